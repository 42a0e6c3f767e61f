import { type TextPiece, typed } from "./text-pieces.ts";

/** What a browser makes when somebody writes, by the tag that we write for it. All other new tags are left out. */
const WRITTEN: Record<string, string> = {
  P: "p",
  DIV: "p",
  BR: "br",
  B: "strong",
  STRONG: "strong",
  I: "em",
  EM: "em",
  U: "u",
  UL: "ul",
  OL: "ol",
  LI: "li",
};

/** Reads an edited text back from the canvas. */
export function readPieces(element: Element): TextPiece[] {
  return [...element.childNodes].flatMap((node) => {
    if (node instanceof (element.ownerDocument.defaultView as Window & typeof globalThis).Text) {
      return [...node.data].map(typed);
    }
    return node.nodeType === 1 ? readElement(node as HTMLElement) : [];
  });
}

function readElement(element: HTMLElement): TextPiece[] {
  const { raw } = element.dataset;
  const isHeld = element.getAttribute("contenteditable") === "false";
  if (isHeld) return raw ? [{ kind: "held", key: raw, raw, name: "" }] : [];
  const name = raw === undefined ? WRITTEN[element.tagName] : element.tagName.toLowerCase();
  const open = raw ?? newTag(element, name);
  const inside = readPieces(element);
  if (open === undefined) return inside;
  const tag = name ?? "a";
  const opened: TextPiece = { kind: "open", key: open, raw: open, name: tag };
  if (tag === "br") return [opened];
  return [opened, ...inside, { kind: "close", key: `</${tag}>`, raw: `</${tag}>`, name: tag }];
}

function newTag(element: HTMLElement, name: string | undefined): string | undefined {
  if (name) return `<${name}>`;
  const href = element.tagName === "A" ? element.dataset.href : undefined;
  return href === undefined ? undefined : `<a href="${href}">`;
}
