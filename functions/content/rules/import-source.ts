import type { ContentSource } from "./content-source.ts";
import { restore } from "./expression-tokens.ts";
import { importEnvelope } from "./import-envelope.ts";
import { hasTooManyElements, importMarkup } from "./import-markup.ts";
import { type ImportRemark, type ImportWork, remark } from "./import-remark.ts";
import { hasTooManyTags, importTags } from "./import-tags.ts";
import { variablesByName } from "./template-variable.ts";
import { usedVariables } from "./used-variables.ts";

export interface ImportSource {
  /** HTML with or without merge tags, or the JSON that SES and Pinpoint export. */
  content: string;
  kind: ContentSource["kind"];
  title: string;
}

export type Imported =
  | { ok: true; source: ContentSource; remarks: ImportRemark[] }
  | { ok: false; reason: "nothing-to-import" | "import-too-large" };

/** The most of a body that a draft may hold, in letters. */
const LONGEST_BODY = 48 * 1024;
const LONGEST_LINE = 300;

/** Makes a draft of a foreign template, and tells what of it could not be carried over and where that stood. */
export function importSource({ content, kind, title }: ImportSource): Imported {
  const envelope = importEnvelope(content);
  if (hasTooManyElements(envelope.html) || hasTooManyTags(content)) {
    return { ok: false, reason: "import-too-large" };
  }
  const work: ImportWork = { kind, expressions: [], variables: new Map(), samples: envelope.samples, remarks: [] };
  const line = (text: string) => importTags(readable(text), work);
  const given = line(envelope.subject);
  const markup = importMarkup(importTags(readable(envelope.html), work, escaped(given)), work);
  if (!/<img|[^\s<>]/.test(markup.html.replace(/<(?!img)[^>]*>/g, ""))) {
    return { ok: false, reason: "nothing-to-import" };
  }
  const subject = written(given.trim() || unescaped(markup.title), work).replace(/\s+/g, " ");
  const body = bodyOf(markup.html, work, envelope.html);
  if (body.length > LONGEST_BODY) {
    return { ok: false, reason: "import-too-large" };
  }
  const preheader = written(line(envelope.preheader), work).replace(/\s+/g, " ");
  if (!subject) remark(work, "no-subject", "", "", 0);
  if (envelope.hasText) remark(work, "text-part", "TextPart", "", 0);
  const text = { subject: subject.slice(0, LONGEST_LINE), preheader: preheader.slice(0, LONGEST_LINE), body };
  return { ok: true, source: sourceOf(kind, title, text, work), remarks: work.remarks };
}

function sourceOf(
  kind: ContentSource["kind"],
  title: string,
  text: ContentSource["locales"]["en"],
  work: ImportWork,
): ContentSource {
  const declared = variablesByName([...work.variables.values()]);
  const variables = usedVariables([text.subject, text.preheader, text.body].join("\n"), declared);
  return { kind, title, description: "", layout: "plain", variables, locales: { en: text } };
}

/** A whole foreign design stands by itself; only what the law asks for is added where it has none. */
function bodyOf(html: string, work: ImportWork, given: string): string {
  const inside = written(html, work)
    .replace(/[ \t]*\n\s*/g, "\n")
    .trim();
  const lacks = work.kind === "marketing" && !(inside.includes("{{urls.unsubscribe}}") && hasAddress(inside));
  if (lacks) remark(work, "footer", "{{> footer-marketing}}", given, given.length);
  return `<mj-raw>\n${inside}\n</mj-raw>\n${lacks ? "{{> footer-marketing}}\n" : ""}`;
}

function hasAddress(body: string): boolean {
  return body.includes("{{brand.postalAddress}}");
}

/** Our expressions in the place of the tokens; no brace or backslash of the text may join theirs. */
function written(text: string, work: ImportWork): string {
  const apart = text.replace(/[{\\]+(?=\uE000)/g, (braces) => `${braces.replaceAll("\\", "")} `);
  return restore(apart.replace(/\uE001\}/g, "\uE001 }"), work.expressions).trim();
}

/** The text without characters that no template may hold. */
function readable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/\p{Co}|(?![\n\t])\p{Cc}/gu, " ");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
