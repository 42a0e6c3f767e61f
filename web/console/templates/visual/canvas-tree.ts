import type { Component, ComponentDefinition } from "grapesjs";
import { readPieces } from "./read-pieces.ts";
import type { ShownNode } from "./source-from-tree.ts";
import { editedText, textPieces } from "./text-pieces.ts";
import { type Level, levelInside, type VisualNode, type VisualTree } from "./visual-tree.ts";

/**
 * What we keep in a component of the canvas. GrapesJS's own attributes, styles and contents stay empty: what stands
 * there, it writes into the page as it is.
 */
export type CanvasPart = {
  type: string;
  /** The node of the source it stands for; absent on what is new. */
  node?: string;
  /** Where it may stand, and what may stand in it. */
  level: Level | "none";
  inside: Level | "none";
  mjml: Record<string, string>;
  text?: string;
  raw?: string;
  components?: CanvasPart[];
} & Partial<Pick<ComponentDefinition, "tagName" | "removable" | "copyable" | "draggable" | "selectable" | "hoverable">>;

/** Stands around the rows: the layout's own frame can be seen, but not taken hold of. */
const FRAME = {
  level: "none",
  mjml: {},
  removable: false,
  copyable: false,
  draggable: false,
  selectable: false,
  hoverable: false,
} as const;

/** A body as GrapesJS's components. */
export function canvasParts(
  { level, nodes }: VisualTree,
  around: Record<string, Record<string, string>>,
): CanvasPart[] {
  const rows = nodes.map((node) => partOf(node, level));
  const frame = (type: string, inside: CanvasPart["inside"], components: CanvasPart[]): CanvasPart => ({
    ...FRAME,
    type,
    inside,
    mjml: around[type] ?? {},
    components,
  });
  const column = () => frame("mj-section", "none", [frame("mj-column", "rows", rows)]);
  const body = frame("mj-body", level === "sections" ? "sections" : "none", level === "sections" ? rows : [column()]);
  return [frame("mjml", "none", [body])];
}

export function childrenOf(component: Component): Component[] {
  return component.components().models as Component[];
}

/** The component whose children are the rows of the body. */
export function rootOf(wrapper: Component): Component | undefined {
  const body = wrapper.findType("mj-body")[0];
  return body?.get("inside") === "sections" ? body : wrapper.findType("mj-column")[0];
}

function partOf(node: VisualNode, level: Level): CanvasPart {
  const common = { node: node.id, level, mjml: {}, inside: "none" } as const;
  // Rows stand in a table, sections in the page.
  const tagName = level === "rows" ? "tr" : "div";
  if (node.kind === "held") return { ...common, type: "kept", raw: node.raw, tagName };
  if (node.kind === "block") {
    const components = node.children.map((child) => partOf(child, level));
    return { ...common, type: "kept-block", inside: level, raw: node.open, tagName, components };
  }
  const inside = levelInside(node.tag);
  return {
    ...common,
    type: node.tag,
    mjml: node.attributes,
    inside: inside ?? "none",
    ...(node.text !== null && { text: node.text }),
    ...(inside && { components: node.children.map((child) => partOf(child, inside)) }),
  };
}

/** What a component of the canvas says now, even while somebody is writing in it. */
export function shownOf(component: Component): ShownNode {
  const node: string | undefined = component.get("node");
  return {
    id: node ?? null,
    tag: String(component.get("type")),
    attributes: component.get("mjml") ?? {},
    text: textOf(component),
    children: childrenOf(component).map(shownOf),
  };
}

type WritingView = { rteEnabled?: boolean; getChildrenContainer(): HTMLElement };

/** The text of a component as it is written in the source. */
export function textOf(component: Component): string | null {
  const text: string | undefined = component.get("text");
  const view = component.view as unknown as WritingView | undefined;
  return text !== undefined && view?.rteEnabled ? textIn(view.getChildrenContainer(), text) : (text ?? null);
}

/** The text that an element of the canvas says, as it would be written after this one. */
export function textIn(element: HTMLElement, before: string): string {
  const pieces = textPieces(before);
  return pieces ? editedText(pieces, readPieces(element)) : before;
}
