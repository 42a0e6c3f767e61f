/** What the rows of a stretch of source may be: sections of a mail, columns of a section, or the contents of a column. */
export type Level = "sections" | "columns" | "rows";

type Common = {
  id: string;
  /** The white space before it: it goes where the node goes. */
  lead: string;
};

/** An MJML element that the visual mode can change. */
export type PartNode = Common & {
  kind: "part";
  tag: string;
  /** The opening tag as it is written. */
  open: string;
  attributes: Record<string, string>;
  /** The source between the tags of an element that holds text. */
  text: string | null;
  children: VisualNode[];
  /** The white space before the closing tag. */
  tail: string;
  close: string;
};

/** Rows that are only there under a condition, or once for each of a list: {{#if}}, {{#unless}}, {{#each}}. */
export type BlockNode = Common & {
  kind: "block";
  level: Level;
  open: string;
  children: VisualNode[];
  tail: string;
  close: string;
};

/** Source that is kept letter by letter; it can be moved as a whole or removed. */
export type HeldNode = Common & {
  kind: "held";
  level: Level;
  what: "partial" | "note" | "block" | "tag" | "text";
  raw: string;
};

export type VisualNode = PartNode | BlockNode | HeldNode;

/** A body as the visual mode sees it. Everything that stands in the source stands in exactly one place of the tree. */
export type VisualTree = { level: "sections" | "rows"; nodes: VisualNode[]; tail: string };

/** Why a body cannot be carried safely, and where. */
export type Obstacle = { line: number; reason: "unreadable" | "torn-tag" | "torn-block"; raw: string };

/** Elements with a text of their own. */
export const TEXT_TAGS: readonly string[] = ["mj-text", "mj-button"];

/** Elements without any contents. */
const EMPTY_TAGS: readonly string[] = ["mj-image", "mj-divider", "mj-spacer"];

/** What a level of rows may hold. Whatever else stands there is held as it is. */
export const PARTS_OF: Record<Level, readonly string[]> = {
  sections: ["mj-section", "mj-wrapper"],
  columns: ["mj-column"],
  rows: [...TEXT_TAGS, ...EMPTY_TAGS],
};

/** The level of what stands inside an element; null for one that holds no others. */
export function levelInside(tag: string): Level | null {
  if (tag === "mj-wrapper") return "sections";
  if (tag === "mj-section") return "columns";
  return tag === "mj-column" ? "rows" : null;
}
