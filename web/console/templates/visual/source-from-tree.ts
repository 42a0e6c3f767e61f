import { withAttributes } from "./tag-text.ts";
import { levelInside, TEXT_TAGS, type VisualNode, type VisualTree } from "./visual-tree.ts";

/** An element as it stands on the canvas now: one from the source by its id, or a new one. */
export type ShownNode = {
  id: string | null;
  tag: string;
  attributes: Record<string, string>;
  text: string | null;
  children: ShownNode[];
};

/** Where a list of rows stands: what was there in the source, and how far its rows are indented. */
type Place = { before: VisualNode[]; beforeTail: string; indent: string; isRoot: boolean };

/**
 * The source that says what the canvas shows. What was not touched keeps its letters, its place and its white space;
 * what was not read from the source is written anew.
 */
export function sourceFromTree(tree: VisualTree, shown: ShownNode[]): string {
  const known = nodesById(tree.nodes);
  const place: Place = { before: tree.nodes, beforeTail: tree.tail, indent: indentIn(tree.nodes, ""), isRoot: true };
  return writeList(shown, place, known);
}

/** What the canvas shows of a tree that nobody has touched. */
export function shownFromTree(nodes: VisualNode[]): ShownNode[] {
  return nodes.map((node) => ({
    id: node.id,
    tag: node.kind === "part" ? node.tag : node.kind,
    attributes: node.kind === "part" ? node.attributes : {},
    text: node.kind === "part" ? node.text : null,
    children: node.kind === "held" ? [] : shownFromTree(node.children),
  }));
}

export function nodesById(nodes: VisualNode[]): Map<string, VisualNode> {
  const all = nodes.flatMap((node): [string, VisualNode][] => [
    [node.id, node],
    ...(node.kind === "held" ? [] : nodesById(node.children)),
  ]);
  return new Map(all);
}

type Known = Map<string, VisualNode>;

function writeList(shown: ShownNode[], place: Place, known: Known): string {
  const rows = shown.map((each, at) => {
    const previous = shown[at - 1];
    const lead = leadOf(each, at === 0 ? null : (previous?.id ?? ""), place, known);
    return lead + writeNode(each, place.indent, known);
  });
  return rows.join("") + tailOf(shown, place);
}

/** White space stays what it was between the same neighbours; elsewhere a row gets a line of its own. */
function leadOf({ id }: ShownNode, previousId: string | null, place: Place, known: Known): string {
  const at = place.before.findIndex((node) => node.id === id);
  const beforeId = at > 0 ? place.before[at - 1]?.id : null;
  if (at >= 0 && beforeId === previousId) return place.before[at]?.lead ?? "";
  if (previousId === null && place.isRoot) return "";
  const own = known.get(id ?? "")?.lead ?? "";
  return at >= 0 && own.includes("\n") ? own : `\n${place.indent}`;
}

function tailOf(shown: ShownNode[], { before, beforeTail, indent, isRoot }: Place): string {
  if (isRoot || beforeTail.includes("\n")) return beforeTail;
  const isSame = shown.length === before.length && shown.every(({ id }, at) => id === before[at]?.id);
  return isSame || shown.length === 0 ? beforeTail : `\n${indent.slice(2)}`;
}

function writeNode(shown: ShownNode, indent: string, known: Known): string {
  const node = known.get(shown.id ?? "");
  if (!node) return writeNew(shown, indent, known);
  if (node.kind === "held") return node.raw;
  const open = node.kind === "part" ? withAttributes(node.open, shown.attributes) : node.open;
  if (node.kind === "part" && node.text !== null) return open + (shown.text ?? node.text) + node.close;
  const inside = { before: node.children, beforeTail: node.tail, isRoot: false };
  return (
    open + writeList(shown.children, { ...inside, indent: indentIn(node.children, `${indent}  `) }, known) + node.close
  );
}

function writeNew(shown: ShownNode, indent: string, known: Known): string {
  const open = withAttributes(`<${shown.tag}>`, shown.attributes);
  if (TEXT_TAGS.includes(shown.tag)) return `${open}${newText(shown.text ?? "", indent)}</${shown.tag}>`;
  if (!levelInside(shown.tag)) return open.replace(/>$/, " />");
  const place: Place = { before: [], beforeTail: "", indent: `${indent}  `, isRoot: false };
  return `${open}${writeList(shown.children, place, known)}</${shown.tag}>`;
}

/** Paragraphs get lines of their own; a button's words stand in its line. */
function newText(text: string, indent: string): string {
  return text.startsWith("<") ? `\n${indent}  ${text.trim()}\n${indent}` : text;
}

/** How far the rows of a list are indented, by the first that stands on a line of its own. */
function indentIn(nodes: VisualNode[], otherwise: string): string {
  const first = nodes.find(({ lead }) => lead.includes("\n"));
  return first ? first.lead.slice(first.lead.lastIndexOf("\n") + 1) : otherwise;
}
