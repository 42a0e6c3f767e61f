import type { Editor } from "grapesjs";

/** Lets somebody write in the texts of the canvas: plain text comes in, and what is held stays whole. */
export function addWriting(editor: Editor): void {
  editor.setCustomRte({
    parseContent: false,
    enable(element: HTMLElement, rte: Writing | undefined) {
      rte?.end();
      return begin(element);
    },
    disable(_element: HTMLElement, rte: Writing | undefined) {
      rte?.end();
    },
    getContent: (element: HTMLElement) => element.innerHTML,
  });
}

/** One text while it is written in. */
export type Writing = { element: HTMLElement; end: () => void };

function begin(element: HTMLElement): Writing {
  const controller = new AbortController();
  const { signal } = controller;
  element.contentEditable = "true";
  element.ownerDocument.execCommand("defaultParagraphSeparator", false, "p");
  element.addEventListener("paste", pastePlain, { signal });
  element.addEventListener("drop", (event) => event.preventDefault(), { signal });
  element.addEventListener("keydown", (event) => keepInLine(event, element), { signal });
  element.focus();
  const end = () => {
    controller.abort();
    element.removeAttribute("contenteditable");
  };
  return { element, end };
}

function pastePlain(event: ClipboardEvent): void {
  event.preventDefault();
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const { ownerDocument } = event.currentTarget as HTMLElement;
  ownerDocument.execCommand("insertText", false, text.replace(/\s+/g, " "));
}

/** The words of a button are one line. */
function keepInLine(event: KeyboardEvent, element: HTMLElement): void {
  if (event.key === "Enter" && (event.isComposing || element.closest('[data-gjs-type="mj-button"]'))) {
    event.preventDefault();
  }
}
