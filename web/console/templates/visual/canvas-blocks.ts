import type { Component } from "grapesjs";
import { type CanvasPart, childrenOf } from "./canvas-tree.ts";

export type BlockName = "section" | "columns" | "text" | "button" | "image" | "divider" | "spacer";

/** The words that a new element begins with. */
export type NewWords = { text: string; button: string };

/** A new element; a button leads to the first address that the template declares, so that it leads somewhere. */
export function newPart(name: BlockName, words: NewWords, firstAddress: string | undefined): CanvasPart {
  const row = (type: string, mjml: CanvasPart["mjml"], text?: string): CanvasPart => ({
    type,
    level: "rows",
    inside: "none",
    mjml,
    ...(text !== undefined && { text }),
  });
  const href = firstAddress ? `{{${firstAddress}}}` : "https://";
  switch (name) {
    case "section":
      return section([row("mj-text", {}, `<p>${words.text}</p>`)]);
    case "columns":
      return section([row("mj-text", {}, `<p>${words.text}</p>`)], [row("mj-text", {}, `<p>${words.text}</p>`)]);
    case "text":
      return row("mj-text", {}, `<p>${words.text}</p>`);
    case "button":
      return row("mj-button", { href }, words.button);
    case "image":
      return row("mj-image", { src: "https://", alt: "" });
    case "divider":
      return row("mj-divider", {});
    case "spacer":
      return row("mj-spacer", { height: "20px" });
  }
}

function section(...columns: CanvasPart[][]): CanvasPart {
  const parts = columns.map(
    (components): CanvasPart => ({ type: "mj-column", level: "columns", inside: "rows", mjml: {}, components }),
  );
  return { type: "mj-section", level: "sections", inside: "columns", mjml: {}, components: parts };
}

/** Puts a new element behind what is selected, or where it fits last; null where it fits nowhere. */
export function addPart(part: CanvasPart, root: Component, selected: Component | undefined): Component | null {
  const place = behind(part, selected) ?? lastPlace(part, root);
  return place ? (place.parent.append(part as never, { at: place.at })[0] ?? null) : null;
}

type Place = { parent: Component; at: number };

function behind(part: CanvasPart, selected: Component | undefined): Place | undefined {
  if (!selected) return undefined;
  if (selected.get("inside") === part.level) return { parent: selected, at: selected.components().length };
  const parent = selected.parent();
  if (parent?.get("inside") === part.level) return { parent, at: selected.index() + 1 };
  return behind(part, parent);
}

function lastPlace(part: CanvasPart, component: Component): Place | undefined {
  if (component.get("inside") === part.level) return { parent: component, at: component.components().length };
  for (const child of childrenOf(component).toReversed()) {
    const place = lastPlace(part, child);
    if (place) return place;
  }
  return undefined;
}
