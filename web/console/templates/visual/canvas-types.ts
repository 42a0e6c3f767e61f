import type { Component, Editor } from "grapesjs";
import type { TemplateLook } from "../../../api/schema.d.ts";
import { childrenOf, textIn } from "./canvas-tree.ts";
import { plainWords, shownAttributes } from "./part-look.ts";
import { readPieces } from "./read-pieces.ts";
import { escaped, type PieceName, shownHtml, textPieces } from "./text-pieces.ts";
import { TEXT_TAGS } from "./visual-tree.ts";

/** How the canvas calls what it only shows. */
export type CanvasNames = { piece: PieceName; kept: (raw: string) => string; codeOnly: string };

/** The part of GrapesJS's views that is used here. */
type View = {
  el: HTMLElement;
  model: Component;
  rteEnabled?: boolean;
  getChildrenContainer(): HTMLElement;
  getTemplateFromMjml(): { content: string; attributes: Record<string, string> };
  renderAttributes(): void;
  renderChildren(): void;
  updateHighlight(): void;
  updateStatus(): void;
  postRender(): void;
  render(): unknown;
  updateContent(): void;
  listenTo(on: unknown, event: string, then: () => void): void;
};

const PRESET = [
  "mjml",
  "mj-body",
  "mj-wrapper",
  "mj-section",
  "mj-column",
  "mj-text",
  "mj-button",
  "mj-image",
  "mj-divider",
  "mj-spacer",
];

/** Teaches the MJML preset our ways: its elements show what the source says, and nothing else gets into the page. */
export function addCanvasTypes(editor: Editor, look: TemplateLook, names: CanvasNames): void {
  for (const type of PRESET) {
    editor.Components.addType(type, {
      model: { ...modelFor(look), defaults: { ...placing, tagName: type } },
      view: { ...shared, ...(TEXT_TAGS.includes(type) && textView(names)), ...(type === "mj-column" && columnView) },
      extendFnView: ["init"],
    });
  }
  editor.Components.addType("kept", { model: { defaults: placing }, view: { ...shared, ...keptView(names) } });
  editor.Components.addType("kept-block", { model: { defaults: placing }, view: { ...shared, ...keptView(names) } });
}

const fits = (source: Component, target: Component) =>
  source.get("level") !== "none" && source.get("level") === target.get("inside");

// Functions, because what may stand where depends on the level, not on the kind of element alone.
const placing = {
  "style-default": {},
  stylable: false,
  traits: [],
  draggable: fits,
  droppable: fits,
  highlightable: true,
};

function modelFor(look: TemplateLook) {
  return {
    // The preset would put its own defaults among the attributes here.
    init() {},
    getMjmlAttributes(this: Component) {
      return shownAttributes(String(this.get("type")), this.get("mjml") ?? {}, look);
    },
  };
}

const shared = {
  init(this: View) {
    this.listenTo(this.model, "change:mjml", () => this.render());
    this.listenTo(this.model, "change:text", () => this.updateContent());
  },
  /** Only what GrapesJS needs to find its way; the source's attributes never become the page's. */
  renderAttributes(this: View) {
    const { el, model } = this;
    for (const { name } of [...el.attributes]) el.removeAttribute(name);
    el.setAttribute("id", model.getId());
    el.setAttribute("data-gjs-type", String(model.get("type")));
    this.updateHighlight();
    this.updateStatus();
  },
};

function textView(names: CanvasNames) {
  return {
    updateContent(this: View) {
      const text: string = this.model.get("text") ?? "";
      const pieces = textPieces(text);
      const box = this.getChildrenContainer();
      box.innerHTML = pieces ? shownHtml(pieces, names.piece) : `<p>${escaped(plainWords(text))}</p>`;
      // What a browser reads differently than it is written could not be given back faithfully.
      const isFaithful = pieces !== null && sameKeys(pieces, readPieces(box));
      this.model.set({ editable: isFaithful }, { silent: true });
      if (!isFaithful) box.insertAdjacentHTML("beforeend", `<p class="kept-name">${escaped(names.codeOnly)}</p>`);
    },
    async syncContent(this: View) {
      if (!this.rteEnabled) return;
      this.model.set("text", textIn(this.getChildrenContainer(), this.model.get("text")));
    },
  };
}

function sameKeys(left: { key: string }[], right: { key: string }[]): boolean {
  return left.length === right.length && left.every(({ key }, at) => key === right[at]?.key);
}

const columnView = {
  getChildrenContainer(this: View) {
    // A column with a padding is a table in a table; those of its rows come later.
    return this.el.querySelector<HTMLElement>("td > table, table") ?? this.el;
  },
  render(this: View) {
    const { content, attributes } = this.getTemplateFromMjml();
    this.renderAttributes();
    this.el.innerHTML = content;
    this.el.setAttribute("style", attributes.style ?? "");
    this.el.style.width = widthOf(this.model);
    this.renderChildren();
    this.updateStatus();
    this.postRender();
    return this as never;
  },
};

/** Columns stand side by side, as they do on a desktop. */
function widthOf(model: Component): string {
  const { width } = model.get("mjml") as { width?: string };
  const parent = model.parent();
  const count = parent ? childrenOf(parent).filter((each) => each.get("type") === "mj-column").length : 1;
  return width && /^\d+(px|%)$/.test(width) ? width : `${100 / Math.max(1, count)}%`;
}

function keptView(names: CanvasNames) {
  return {
    getChildrenContainer(this: View) {
      return this.el.querySelector<HTMLElement>(".kept-rows") ?? this.el;
    },
    render(this: View) {
      const { el, model } = this;
      const isRow = model.get("tagName") === "tr";
      const isBlock = model.get("type") === "kept-block";
      const name = `<div class="kept-name">${escaped(names.kept(String(model.get("raw") ?? "")))}</div>`;
      const rows = isRow
        ? '<table class="kept-rows" width="100%" role="presentation"></table>'
        : '<div class="kept-rows"></div>';
      const inside = name + (isBlock ? rows : "");
      this.renderAttributes();
      el.classList.add("kept");
      el.innerHTML = isRow ? `<td>${inside}</td>` : inside;
      if (isBlock) this.renderChildren();
      this.postRender();
      return this as never;
    },
    updateContent() {},
  };
}
