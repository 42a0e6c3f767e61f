import { composeFields } from "./compose-fields.ts";
import type { ContentLocale } from "./content-locale.ts";
import type { ProblemPlace } from "./content-problem.ts";
import type { ContentSource } from "./content-source.ts";
import { type SharedFiles, sharedWords } from "./shared-content.ts";
import { splitExpressions } from "./split-expressions.ts";
import { withWords } from "./with-words.ts";

/** One line of the joined document and where it was written, so that a problem can name its own file and line. */
export interface ExpandedLine {
  text: string;
  place: ProblemPlace;
  line: number;
}

/** A file that takes part in one language of a template. */
export interface SourceFile {
  place: ProblemPlace;
  text: string;
}

/** Names that a layout uses for what each template brings along. */
export const SLOTS = ["body", "subject", "preheader", "footer"] as const;

const CALL = /^\s*\{\{~?>\s*([\w-]+)\s*~?\}\}\s*$/;
const DEEPEST_CALL = 3;

/** Joins layout, body and partials to one MJML document in one language, with shared words put in. */
export function expandSource(source: ContentSource, shared: SharedFiles, locale: ContentLocale): ExpandedLine[] {
  const files = new Map(filesOf(source, shared, locale).map((file) => [file.place.file, file]));
  const words = Object.entries(sharedWords(shared, locale));
  const escaped = Object.fromEntries(words.map(([key, text]) => [key, escapeText(text)]));
  const expand = (path: string, depth: number): ExpandedLine[] => {
    const file = files.get(path);
    return linesOf(file).flatMap((line) => {
      const called = CALL.exec(line.text)?.[1];
      if (called === undefined || depth >= DEEPEST_CALL) {
        return [{ ...line, text: called === undefined ? withWords(line.text, escaped) : "" }];
      }
      return expand(pathOf(called, source, locale), depth + 1);
    });
  };
  return expand(`layouts/${source.layout}.mjml`, 0);
}

/** All files that one language of a template may be joined from, with what was filled into their fields. */
export function filesOf(source: ContentSource, shared: SharedFiles, locale: ContentLocale): SourceFile[] {
  const { fields } = source.locales[locale] ?? source.locales.en;
  return writtenFiles(source, shared, locale).map((file) =>
    file.place.file.endsWith(".mjml") ? { ...file, text: composeFields(file.text, fields) } : file,
  );
}

/** The same files as their designers wrote them. */
export function writtenFiles(source: ContentSource, shared: SharedFiles, locale: ContentLocale): SourceFile[] {
  const text = source.locales[locale] ?? source.locales.en;
  const sharedFiles = Object.entries(shared)
    .filter(([path]) => path.startsWith("partials/") || path === `layouts/${source.layout}.mjml`)
    .map(([path, content]): SourceFile => ({ place: { file: path, part: "template", locale }, text: content }));
  return [
    ...sharedFiles,
    { place: { file: `${locale}.mjml`, part: "body", locale }, text: text.body },
    { place: { file: "subject", part: "subject", locale }, text: escapeText(text.subject) },
    { place: { file: "preheader", part: "preheader", locale }, text: escapeText(text.preheader) },
  ];
}

/** Which file a call in a layout or body means. */
export function pathOf(called: string, source: ContentSource, locale: ContentLocale): string {
  if (called === "body") {
    return `${locale}.mjml`;
  }
  if (called === "subject" || called === "preheader") {
    return called;
  }
  return called === "footer" ? `partials/footer-${source.kind}.mjml` : `partials/${called}.mjml`;
}

function linesOf(file: SourceFile | undefined): ExpandedLine[] {
  const lines = withoutComments(file?.text ?? "").split("\n");
  return file ? lines.map((text, index) => ({ text, place: file.place, line: index + 1 })) : [];
}

/** Comments of writers are not sent; their lines stay, so that line numbers do. */
function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?-->|\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![\s\S]*?\}\}/g, (comment) =>
    comment.replace(/[^\n]/g, ""),
  );
}

/** Texts written outside MJML are text, not markup; the expressions in them stay as they are. */
function escapeText(text: string): string {
  return splitExpressions(text)
    .map(({ kind, raw }) => (kind === "text" ? escapeMarkup(raw) : raw))
    .join("");
}

function escapeMarkup(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
