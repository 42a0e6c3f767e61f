import type { CompiledContent } from "./compiled-content.ts";
import { composeFields } from "./compose-fields.ts";
import { advice, type ContentProblem, type ProblemPlace, problem } from "./content-problem.ts";
import type { ContentSource } from "./content-source.ts";
import type { VariableValues } from "./fill-variables.ts";
import type { ProblemFact } from "./problem-details.ts";
import { readingWidth } from "./reading-width.ts";
import type { Rendered, RenderedContent } from "./render-content.ts";
import type { SampleKind } from "./sample-values.ts";
import type { SharedFiles } from "./shared-content.ts";
import { sourceElements } from "./source-elements.ts";
import { endOf, positionAt, type SourcePosition } from "./source-position.ts";
import { weighHtml } from "./weigh-html.ts";

export interface Trial {
  kind: SampleKind;
  rendered: Rendered;
  values: VariableValues;
  content: CompiledContent;
  source: ContentSource;
  shared: SharedFiles;
}

/** Gmail clips at 102 KB; the rest is room for longer values. */
const LARGEST_HTML = 90 * 1024;
/** From here on a longer name or one more paragraph may be too much. */
const LARGE_HTML = 75 * 1024;
const WIDEST_SUBJECT = 70;
const LEFTOVERS = /\bundefined\b|\bNaN\b|\[object Object\]|Invalid Date|\{\{/;

/** Looks at one trial mail for whatever would be embarrassing or unlawful to send. */
export function inspectRendering(trial: Trial): ContentProblem[] {
  const { rendered, content } = trial;
  if (!rendered.ok) {
    const place: ProblemPlace = { file: "template.yaml", part: "template", locale: content.locale };
    const tooLarge = rendered.reason === "too-large";
    const fact: ProblemFact = tooLarge
      ? { code: "grows-too-large", kilobytes: 256 }
      : { code: "sample", names: rendered.names.join(", ") };
    return [problem(place, fact)];
  }
  return [
    ...inspectParts(trial, rendered),
    ...(trial.kind === "sample" ? adviseOnSubject(trial, rendered.subject) : []),
    ...inspectAddresses(trial, rendered),
    ...(content.kind === "marketing" ? inspectMarketing(trial, rendered) : []),
  ];
}

function* inspectParts(trial: Trial, mail: RenderedContent): Generator<ContentProblem> {
  const body = bodyPlace(trial);
  if (!mail.subject) {
    yield problem({ ...body, part: "subject" }, { code: "empty-subject" });
  }
  for (const [part, written] of [
    ["subject", mail.subject],
    ["body", mail.html],
    ["text", mail.text],
  ] as const) {
    const leftover = LEFTOVERS.exec(written)?.[0];
    if (leftover) {
      yield problem({ ...body, part }, { code: "leftover", leftover }, bodyPosition(trial, leftover));
    }
  }
  yield* inspectWeight(trial, mail.html);
  if (mail.text.trim().length < 20) {
    yield problem({ ...body, part: "text" }, { code: "no-text" });
  }
}

function* inspectWeight(trial: Trial, html: string): Generator<ContentProblem> {
  const bytes = Buffer.byteLength(html);
  if (bytes <= LARGE_HTML) return;
  const weight = { ...weighHtml(html), most: LARGEST_HTML / 1024 };
  const at = heaviestPart(bodyText(trial));
  if (bytes > LARGEST_HTML) {
    yield problem(bodyPlace(trial), { code: "too-large", ...weight }, at);
  } else if (trial.kind === "sample") {
    yield advice(bodyPlace(trial), { code: "near-limit", ...weight }, at);
  }
}

/** Where the longest of the components begins that the body is made of. */
function heaviestPart(body: string): SourcePosition {
  const parts = sourceElements(body).filter(({ parent }) => parent === undefined);
  const heaviest = parts.sort((a, b) => b.end - b.tag.at - (a.end - a.tag.at))[0];
  return positionAt(body, heaviest?.tag.at ?? 0);
}

/** Phones show about seventy Latin letters, or half as many Chinese characters. */
function* adviseOnSubject(trial: Trial, subject: string): Generator<ContentProblem> {
  if (readingWidth(subject) > WIDEST_SUBJECT) {
    yield advice({ ...bodyPlace(trial), part: "subject" }, { code: "long-subject", most: WIDEST_SUBJECT });
  }
}

/** A reader of the text part must be able to reach whatever the HTML links to. */
function* inspectAddresses(trial: Trial, mail: RenderedContent): Generator<ContentProblem> {
  for (const match of mail.html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)) {
    const href = (match[1] ?? "").replaceAll("&amp;", "&").replaceAll("&#x3D;", "=");
    if (!href.startsWith("tel:") && !mail.text.includes(href)) {
      const fact: ProblemFact = { code: "link-not-in-text", address: href };
      yield problem({ ...bodyPlace(trial), part: "text" }, fact, bodyPosition(trial, href));
    }
  }
}

/** What the law and the big mailbox providers ask of every marketing mail. */
function* inspectMarketing(trial: Trial, mail: RenderedContent): Generator<ContentProblem> {
  const { place, at, footer } = footerPlace(trial);
  const address = String(trial.values["brand.postalAddress"] ?? "");
  if (!address || !mail.text.includes(address)) {
    yield problem(place, { code: "postal-address", footer }, at);
  }
  const unsubscribe = String(trial.values["urls.unsubscribe"] ?? "");
  if (!unsubscribe || !mail.text.includes(unsubscribe)) {
    yield problem(place, { code: "unsubscribe", footer }, at);
  }
}

/** A layout that calls the body only leaves the foot of the mail to whoever writes the body. */
function footerPlace(trial: Trial): { place: ProblemPlace; at: SourcePosition; footer: string } {
  const file = `layouts/${trial.source.layout}.mjml`;
  const layout = trial.shared[file] ?? "";
  if (!layout.includes("{{> footer}}")) {
    return { place: bodyPlace(trial), at: endOf(bodyText(trial)), footer: "footer-marketing" };
  }
  const place: ProblemPlace = { file, part: "template", locale: trial.content.locale };
  return { place, at: endOf(layout), footer: "footer" };
}

function bodyPlace({ content }: Trial): ProblemPlace {
  return { file: `${content.locale}.mjml`, part: "body", locale: content.locale };
}

function bodyText({ source, content }: Trial): string {
  const { body, fields } = source.locales[content.locale] ?? source.locales.en;
  return composeFields(body, fields);
}

/** Where in the body a text stands that the rendering shows, or else its beginning. */
function bodyPosition(trial: Trial, needle: string): SourcePosition {
  const before = bodyText(trial).split(needle);
  return before.length > 1 ? { line: (before[0] ?? "").split("\n").length, column: 1 } : { line: 1, column: 1 };
}
