import type { ContentSource } from "./content-source.ts";
import { type SourceTag, scanTags } from "./scan-tags.ts";
import { type SharedFiles, sharedWords } from "./shared-content.ts";
import { maskExpressions } from "./split-expressions.ts";
import { withWords } from "./with-words.ts";

type Attributes = Record<string, string>;

/** How a layout dresses a body, for whoever shows the body by itself. */
export interface LayoutLook {
  /** What a body consists of: sections of the mail, or rows that the layout puts into a column. */
  level: "sections" | "rows";
  /** The attributes of each element that says no others, and of each class. */
  elements: Record<string, Attributes>;
  classes: Record<string, Attributes>;
  /** The attributes of the elements that the body stands in. */
  around: Record<string, Attributes>;
}

const BODY_CALL = /\{\{~?>\s*body\s*~?\}\}/;

/** Reads from a source's layout how it looks; a layout that is absent dresses nothing. */
export function layoutLook({ layout }: ContentSource, shared: SharedFiles): LayoutLook {
  const text = withWords(shared[`layouts/${layout}.mjml`] ?? "", sharedWords(shared, "en"));
  const tags = scanTags(maskExpressions(text));
  const around = openAt(tags, BODY_CALL.exec(text)?.index ?? 0);
  const defaults = tags.filter((tag) => openAt(tags, tag.at).some(({ name }) => name === "mj-attributes"));
  const dressed = defaults
    .filter(({ kind }) => kind === "open")
    .map((tag) => ({ tag, attributes: writtenIn(text, tag) }));
  const isClass = ({ tag }: { tag: SourceTag }) => tag.name === "mj-class";
  return {
    level: around.some(({ name }) => name === "mj-column") ? "rows" : "sections",
    elements: Object.fromEntries(
      dressed.filter((each) => !isClass(each)).map(({ tag, attributes }) => [tag.name, attributes]),
    ),
    classes: Object.fromEntries(
      dressed.filter(isClass).map(({ attributes: { name = "", ...others } }) => [name, others]),
    ),
    around: Object.fromEntries(around.map((tag) => [tag.name, writtenIn(text, tag)])),
  };
}

/** The elements that are open at a place. */
function openAt(tags: readonly SourceTag[], at: number): SourceTag[] {
  const open: SourceTag[] = [];
  for (const tag of tags.filter((each) => each.at < at && !each.selfClosing)) {
    if (tag.kind === "open") open.push(tag);
    const began = tag.kind === "close" ? open.findLastIndex(({ name }) => name === tag.name) : -1;
    if (began >= 0) open.length = began;
  }
  return open;
}

/** What differs from reader to reader is no look. */
function writtenIn(text: string, tag: SourceTag): Attributes {
  const values = tag.attributes.map(({ name, value, valueAt }) => [name, text.slice(valueAt, valueAt + value.length)]);
  return Object.fromEntries(values.filter(([, value]) => !value?.includes("{{")));
}
