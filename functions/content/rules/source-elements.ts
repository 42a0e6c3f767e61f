import { type SourceTag, scanTags, VOID_TAGS } from "./scan-tags.ts";
import { maskExpressions } from "./split-expressions.ts";

/** One element of MJML or HTML source: its opening tag, where its inside ends, and where it ends itself. */
export interface SourceElement {
  tag: SourceTag;
  parent: SourceElement | undefined;
  insideEnd: number;
  end: number;
}

/** A comment that never ends goes on to the end: looking for each anew would take quadratic time. */
const COMMENT_OR_TAG = /<!--[\s\S]*?(?:-->|$)|<[^<>]*>/g;

/** The elements of a source in the order of their beginnings; one that is never closed has no inside. */
export function sourceElements(source: string): SourceElement[] {
  const elements: SourceElement[] = [];
  const open: SourceElement[] = [];
  for (const tag of scanTags(maskExpressions(source))) {
    if (tag.kind === "open") {
      const element = { tag, parent: open.at(-1), insideEnd: tag.end, end: tag.end };
      elements.push(element);
      if (!tag.selfClosing && !VOID_TAGS.has(tag.name)) open.push(element);
    } else if (tag.kind === "close") {
      close(open, tag);
    }
  }
  return elements;
}

/** What is closed in a wrong order is the gate's to explain. */
function close(open: SourceElement[], { name, at, end }: SourceTag): void {
  const last = open.at(-1);
  if (last?.tag.name !== name) return;
  last.insideEnd = at;
  last.end = end;
  open.pop();
}

/** What stands inside an element. */
export function insideOf(source: string, { tag, insideEnd }: SourceElement): string {
  return source.slice(tag.end, insideEnd);
}

/** The words inside a piece of source, without its tags and comments. */
export function wordsIn(markup: string): string {
  return markup
    .replace(COMMENT_OR_TAG, " ")
    .replace(/&nbsp;|\s+/g, " ")
    .trim();
}

const STYLE_TAGS = new Set(["mj-style", "style"]);

/** Where styles stand that are not attributes. */
export function styleSheets(elements: SourceElement[]): { from: number; to: number }[] {
  return elements
    .filter(({ tag }) => STYLE_TAGS.has(tag.name))
    .map(({ tag, insideEnd }) => ({ from: tag.end, to: insideEnd }));
}

/** Only what people read, at its own offsets: tags, comments and style sheets are blank. */
export function readableText(source: string, elements: SourceElement[]): string {
  let text = source;
  for (const { from, to } of styleSheets(elements)) {
    text = text.slice(0, from) + blank(text.slice(from, to)) + text.slice(to);
  }
  return text.replace(COMMENT_OR_TAG, blank);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/** The value of an attribute as it is written, its expressions included. */
export function attributeOf(source: string, tag: SourceTag, name: string): string | undefined {
  const found = tag.attributes.find((attribute) => attribute.name === name);
  return found && source.slice(found.valueAt, found.valueAt + found.value.length);
}
