import mjml2html from "mjml";
import type { ContentProblem } from "./content-problem.ts";
import { problem } from "./content-problem.ts";
import type { ExpandedLine } from "./expand-source.ts";
import { isBlockTag, restore, tokenize, tokensIn } from "./expression-tokens.ts";
import type { ProblemFact } from "./problem-details.ts";
import { readMjmlError } from "./read-mjml-error.ts";

export type CompiledHtml = { ok: true; html: string } | { ok: false; problems: ContentProblem[] };

/** Components whose inside is HTML that MJML passes on untouched; between all others, text would be lost. */
const HOLDS_HTML =
  /<(mj-(?:text|button|raw|table|title|preview|style|accordion-text|accordion-title|navbar-link|social-element))\b[^>]*?(?:\/>|>[\s\S]*?<\/\1\s*>)/g;

/** Turns the joined MJML into HTML that still holds its expressions; every problem names its own file and line. */
export async function compileHtml(lines: ExpandedLine[]): Promise<CompiledHtml> {
  const { text, expressions } = tokenize(lines.map((line) => line.text).join("\n"));
  const wrapped = wrapBlockTags(text, expressions);
  const lost = lostTexts(wrapped);
  const { html, errors } = await runMjml(wrapped);
  const problems = [
    ...lost.map(({ line, words }) => problemOn(lines, line, { code: "lost-text", words })),
    ...errors.map((error) => problemOn(lines, error.line, readMjmlError(error))),
  ];
  if (problems.length > 0) {
    return { ok: false, problems };
  }
  const missing = expressions.findIndex((_, index) => !tokensIn(html).includes(index));
  if (missing >= 0) {
    const line = text.slice(0, text.indexOf(`\uE000${missing}\uE001`)).split("\n").length;
    const fact: ProblemFact = { code: "lost-expression", expression: expressions[missing] ?? "" };
    return { ok: false, problems: [problemOn(lines, line, fact)] };
  }
  return { ok: true, html: restore(tidy(html), expressions) };
}

/** Between components, {{#if}} and its like are passed through MJML as raw content. */
function wrapBlockTags(text: string, expressions: string[]): string {
  const wrap = (gap: string) =>
    gap.replace(/\uE000(\d+)\uE001/g, (token, index: string) =>
      isBlockTag(expressions[Number(index)] ?? "") ? `<mj-raw>${token}</mj-raw>` : token,
    );
  return mapGaps(text, wrap);
}

function mapGaps(text: string, change: (gap: string) => string): string {
  let at = 0;
  let changed = "";
  for (const match of text.matchAll(HOLDS_HTML)) {
    changed += change(text.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return changed + change(text.slice(at));
}

function lostTexts(text: string): { line: number; words: string }[] {
  const blank = (part: string) => part.replace(/[^\n]/g, " ");
  const outside = text.replace(HOLDS_HTML, blank).replace(/<[^<>]*>/g, blank);
  return outside.split("\n").flatMap((line, index) => {
    const words = line.trim().replace(/\uE000\d+\uE001/g, "{{…}}");
    return words ? [{ line: index + 1, words: words.slice(0, 60) }] : [];
  });
}

async function runMjml(text: string) {
  try {
    return await mjml2html(text, { validationLevel: "soft", keepComments: false, ignoreIncludes: true, fonts: {} });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { html: "", errors: [{ line: 1, tagName: "mjml", message }] };
  }
}

function problemOn(lines: ExpandedLine[], line: number, fact: ProblemFact): ContentProblem {
  const origin = lines[Math.min(Math.max(line, 1), lines.length) - 1];
  const place = origin?.place ?? { file: "", part: "template" as const, locale: null };
  return problem(place, fact, { line: origin?.line ?? 1, column: 1 });
}

/** Indentation is a fifth of MJML's output, and Gmail clips a mail by its bytes; a blank in a link gets underlined. */
function tidy(html: string): string {
  return html
    .replace(/[ \t]*\n[ \t\n]*/g, "\n")
    .replace(/(<a\b[^>]*>)\s+/g, "$1")
    .replace(/\s+<\/a>/g, "</a>")
    .trim();
}
