import type { Component } from "grapesjs";
import { useEffect, useMemo, useState } from "react";
import { useWords } from "../../words/language.tsx";
import type { Insertion } from "../use-insertion.ts";
import type { Canvas } from "./canvas.ts";
import { encodedValue } from "./part-look.ts";
import { saidOfPiece } from "./said-plainly.ts";
import { withAttribute } from "./tag-text.ts";
import { shownHtml, textPieces } from "./text-pieces.ts";
import { visualWords } from "./visual-words.ts";

/** The text that somebody writes in just now. */
export type TextWriting = {
  act: (what: "bold" | "italic") => void;
  link: (address: string) => void;
  end: () => void;
};

type TextView = {
  model: Component;
  getChildrenContainer(): HTMLElement;
  disableEditing(): Promise<void>;
  onInput(): void;
};

/** Follows which text of the canvas is written in; a variable that is picked meanwhile lands at its cursor. */
export function useWritingAim(canvas: Canvas | null, insertion: Insertion): TextWriting | null {
  const words = useWords(visualWords);
  const [view, setView] = useState<TextView | null>(null);
  useEffect(() => {
    if (!canvas) return;
    const begin = (each: unknown) => setView(each as TextView);
    const end = () => setView(null);
    canvas.editor.on("rte:enable", begin);
    canvas.editor.on("rte:disable", end);
    return () => {
      canvas.editor.off("rte:enable", begin);
      canvas.editor.off("rte:disable", end);
      end();
    };
  }, [canvas]);
  const cursor = useMemo(() => (view ? cursorIn(view.getChildrenContainer()) : null), [view]);
  useEffect(() => {
    if (!view || !cursor) return;
    insertion.aim((text) => {
      cursor.write(shownHtml(textPieces(text) ?? [], (piece) => saidOfPiece(piece, words)));
      view.onInput();
    });
    return cursor.forget;
  }, [view, cursor, insertion, words]);
  return useMemo(() => view && cursor && writingIn(view, cursor), [view, cursor]);
}

function writingIn(view: TextView, cursor: Cursor): TextWriting {
  const box = view.getChildrenContainer();
  return {
    act(what) {
      cursor.command(what);
      view.onInput();
    },
    link(address) {
      cursor.command("createLink", MARK);
      for (const link of box.querySelectorAll<HTMLElement>(`a[href="${MARK}"]`)) leadTo(link, encodedValue(address));
      view.onInput();
    },
    end: () => void view.disableEditing(),
  };
}

const MARK = "#new-link";

/** A link on the canvas leads nowhere; where it will lead is only noted. */
function leadTo(link: HTMLElement, address: string): void {
  const { raw } = link.dataset;
  link.removeAttribute("href");
  if (raw === undefined) link.dataset.href = address;
  else link.dataset.raw = withAttribute(raw, "href", address);
}

type Cursor = { command: (name: string, value?: string) => void; write: (html: string) => void; forget: () => void };

/** Where the cursor last stood in an element, kept while the focus is on a button or field of the console. */
function cursorIn(element: HTMLElement): Cursor {
  const page = element.ownerDocument;
  let range: Range | null = null;
  const note = () => {
    const selection = page.getSelection();
    const now = selection?.rangeCount ? selection.getRangeAt(0) : null;
    if (now && element.contains(now.commonAncestorContainer)) range = now.cloneRange();
  };
  page.addEventListener("selectionchange", note);
  const back = () => {
    page.defaultView?.focus();
    element.focus();
    const selection = page.getSelection();
    if (range && selection) setTo(selection, range);
    return selection?.rangeCount ? selection.getRangeAt(0) : null;
  };
  return {
    command(name, value) {
      back();
      page.execCommand(name, false, value);
    },
    write(html) {
      const at = back();
      if (!at) return;
      at.deleteContents();
      const written = at.createContextualFragment(html);
      const last = written.lastChild;
      at.insertNode(written);
      // Behind it, for one cannot write inside what is held.
      if (last) at.setStartAfter(last);
      at.collapse(true);
      note();
    },
    forget: () => page.removeEventListener("selectionchange", note),
  };
}

function setTo(selection: Selection, range: Range): void {
  selection.removeAllRanges();
  selection.addRange(range);
}
