import { createHash } from "node:crypto";
import { checkFields } from "./check-fields.ts";
import { checkMarkup } from "./check-markup.ts";
import { checkSyntax } from "./check-syntax.ts";
import { compileHtml } from "./compile-html.ts";
import { compileProgram } from "./compile-program.ts";
import { compileText } from "./compile-text.ts";
import type { CompiledContent, PartName } from "./compiled-content.ts";
import type { ContentLocale } from "./content-locale.ts";
import { type ContentProblem, problem } from "./content-problem.ts";
import { type ContentSource, declaredVariables } from "./content-source.ts";
import { expandSource, filesOf, pathOf, SLOTS, type SourceFile } from "./expand-source.ts";
import { partialNames, type SharedFiles, sharedWords } from "./shared-content.ts";
import type { SyntaxScope } from "./syntax-scope.ts";
import type { TemplateVariable } from "./template-variable.ts";
import { type LinkTable, trackLinks } from "./track-links.ts";
import { TRACKING_VARIABLES } from "./tracking-variables.ts";
import { usedVariables } from "./used-variables.ts";
import { withWords } from "./with-words.ts";

/** A mail with its links as they were written, for whoever looks at it, and with those that are sent. */
export type Compiled =
  | { ok: true; content: CompiledContent; tracked: CompiledContent }
  | { ok: false; problems: ContentProblem[] };

/** Checks and compiles one language of a template. */
export async function compileContent(
  source: ContentSource,
  shared: SharedFiles,
  locale: ContentLocale,
): Promise<Compiled> {
  const problems = checkFiles(source, shared, locale);
  if (problems.length > 0) {
    return { ok: false, problems };
  }
  const compiled = await compileHtml(expandSource(source, shared, locale));
  if (!compiled.ok) {
    return compiled;
  }
  return assemble(source, shared, locale, compiled.html);
}

/** Checks every file that this template takes part in, each with its own lines. */
function checkFiles(source: ContentSource, shared: SharedFiles, locale: ContentLocale): ContentProblem[] {
  const layout = `layouts/${source.layout}.mjml`;
  if (shared[layout] === undefined) {
    const place = { file: "template.yaml", part: "template" as const, locale: null };
    return [problem(place, { code: "layout", layout })];
  }
  const files = filesOf(source, shared, locale);
  const checked = reachedFiles(files, source, locale).flatMap((file) => checkFile(file, source, shared, locale));
  return [...checkFields(source, shared, locale), ...checked];
}

/** The layout and whatever it calls; a partial that this template never reaches is not its business. */
function reachedFiles(files: SourceFile[], source: ContentSource, locale: ContentLocale): SourceFile[] {
  const reached = new Set([`layouts/${source.layout}.mjml`]);
  for (const path of reached) {
    const text = files.find((file) => file.place.file === path)?.text ?? "";
    for (const call of text.matchAll(/\{\{~?>\s*([\w-]+)/g)) {
      reached.add(pathOf(call[1] ?? "", source, locale));
    }
  }
  return files.filter((file) => reached.has(file.place.file));
}

function checkFile(file: SourceFile, source: ContentSource, shared: SharedFiles, locale: ContentLocale) {
  const own = partialNames(shared);
  const isLayout = file.place.file.startsWith("layouts/");
  const scope: SyntaxScope = {
    place: file.place,
    variables: declaredVariables(source),
    // A partial calls no other partial, and slots exist in layouts only: no call can lead back to itself.
    partials: new Set(isLayout ? [...SLOTS, ...own] : file.place.part === "body" ? own : []),
    words: new Set(Object.keys(sharedWords(shared, locale))),
  };
  const syntax = checkSyntax(file.text, scope);
  if (syntax.some(({ code }) => HIDES_MARKUP.has(code))) {
    return syntax;
  }
  const markup = [...checkMarkup(file.text, scope), ...checkCalls(file, scope)];
  return [...syntax, ...markup.filter((each) => !follows(each, syntax))];
}

/** Behind these nobody can tell what is a tag. */
const HIDES_MARKUP = new Set(["syntax", "unfinished", "crossed-blocks", "control", "too-many-expressions"]);

/** One mistake is said once: what the markup makes of an expression that is wrong by itself adds nothing. */
function follows(markup: ContentProblem, syntax: readonly ContentProblem[]): boolean {
  if (markup.code === "crossed-block" && syntax.some(({ code }) => code.endsWith("ed-block"))) {
    return true;
  }
  // A name is blamed where it begins, behind the braces.
  const isWithin = (column: number) => column >= markup.column && column <= markup.column + 4;
  return syntax.some(({ line, column }) => line === markup.line && isWithin(column));
}

function checkCalls(file: SourceFile, scope: SyntaxScope): ContentProblem[] {
  return file.text.split("\n").flatMap((text, index) => {
    const isLoose = text.includes("{{>") && !/^\s*\{\{>\s*[\w-]+\s*\}\}\s*$/.test(text);
    return isLoose ? [problem(scope.place, { code: "partial-line" }, { line: index + 1, column: 1 })] : [];
  });
}

function assemble(source: ContentSource, shared: SharedFiles, locale: ContentLocale, html: string): Compiled {
  const words = sharedWords(shared, locale);
  const { subject, preheader } = source.locales[locale] ?? source.locales.en;
  const lines = { subject: withWords(subject, words), preheader: withWords(preheader, words) };
  const parts = { ...lines, html, text: compileText(html, locale) };
  const variables = usedVariables(Object.values(parts).join("\n"), declaredVariables(source));
  const problems = checkOutcome(parts, source, locale);
  if (problems.length > 0) {
    return { ok: false, problems };
  }
  const content = contentOf({ source, locale, parts, variables });
  return { ok: true, content, tracked: trackedContent({ source, locale, parts, variables }) ?? content };
}

interface Assembled {
  source: ContentSource;
  locale: ContentLocale;
  parts: Record<PartName, string>;
  variables: TemplateVariable[];
  links?: LinkTable;
}

function contentOf({ source, locale, parts, variables, links }: Assembled): CompiledContent {
  const content = { locale, kind: source.kind, programs: programsOf(parts), variables, ...(links ? { links } : {}) };
  const hash = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  const topic = source.topic ? { topic: source.topic } : {};
  return { ...content, ...topic, hash, bytes: Buffer.byteLength(parts.html) };
}

/** What somebody asked for is read in private: only marketing mail is tracked, and only when it leads anywhere. */
function trackedContent(assembled: Assembled): CompiledContent | undefined {
  if (assembled.source.kind !== "marketing") return undefined;
  const { html, links } = trackLinks(assembled.parts.html);
  const parts = { ...assembled.parts, html, text: compileText(html, assembled.locale) };
  if (Object.keys(links).length === 0) return contentOf({ ...assembled, parts });
  return contentOf({ ...assembled, parts, links, variables: [...assembled.variables, ...TRACKING_VARIABLES] });
}

function programsOf({ subject, preheader, html, text }: Record<PartName, string>): CompiledContent["programs"] {
  return {
    subject: compileProgram(subject, "plain"),
    preheader: compileProgram(preheader, "plain"),
    html: compileProgram(html, "html"),
    text: compileProgram(text, "plain"),
  };
}

/** What will be rendered is checked again as it came out: no detour through the compiler may let an expression in. */
function checkOutcome(parts: Record<PartName, string>, source: ContentSource, locale: ContentLocale): ContentProblem[] {
  const place = { file: `${locale}.mjml`, part: "text" as const, locale };
  const scope = { place, partials: new Set<string>(), words: new Set<string>(), variables: declaredVariables(source) };
  return Object.values(parts).flatMap((part) => checkSyntax(part, scope));
}
