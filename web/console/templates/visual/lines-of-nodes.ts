import { lineAt } from "./source-tokens.ts";
import { treeFromSource } from "./tree-from-source.ts";
import type { VisualNode } from "./visual-tree.ts";

/** From which line to which each part of a body stands, in their order; null for a body that cannot be carried. */
export function linesOfNodes(source: string): { from: number; to: number }[] | null {
  const carried = treeFromSource(source);
  if (!carried.ok) return null;
  const found: { from: number; to: number }[] = [];
  let at = 0;
  const pass = (text: string) => {
    at += text.length;
  };
  const follow = (node: VisualNode) => {
    pass(node.lead);
    const lines = { from: lineAt(source, at), to: 0 };
    found.push(lines);
    if (node.kind === "held") pass(node.raw);
    else {
      pass(node.open);
      if (node.kind === "part") pass(node.text ?? "");
      node.children.forEach(follow);
      pass(node.tail + node.close);
    }
    lines.to = lineAt(source, at);
  };
  carried.tree.nodes.forEach(follow);
  return found;
}
