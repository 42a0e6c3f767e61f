import { type RefObject, useEffect, useReducer, useRef, useState } from "react";
import { useLanguage } from "../../words/language.tsx";
import { type Canvas, openCanvas } from "./canvas.ts";
import { noLook } from "./part-look.ts";
import { saidOfKept, saidOfPiece } from "./said-plainly.ts";
import { treeFromSource } from "./tree-from-source.ts";
import type { Obstacle } from "./visual-tree.ts";
import { visualWords } from "./visual-words.ts";

type Wanted = { host: RefObject<HTMLDivElement | null>; value: string; onChange: (value: string) => void };

/** A canvas that follows a text, and the text that follows the canvas; or why the text cannot be put on it. */
export function useCanvas({ host, value, onChange }: Wanted): { canvas: Canvas | null; obstacle: Obstacle | null } {
  const written = useRef<string | null>(null);
  const canvas = useOpenCanvas(host, written, onChange);
  const [obstacle, setObstacle] = useState<Obstacle | null>(null);
  useEffect(() => {
    if (!canvas || value === written.current) return;
    const carried = treeFromSource(value);
    written.current = value;
    setObstacle(carried.ok ? null : carried);
    if (carried.ok) canvas.show(carried.tree);
  }, [canvas, value]);
  return { canvas, obstacle };
}

function useOpenCanvas(
  host: Wanted["host"],
  written: RefObject<string | null>,
  onChange: Wanted["onChange"],
): Canvas | null {
  const { language } = useLanguage();
  const [canvas, setCanvas] = useState<Canvas | null>(null);
  const [, changed] = useReducer((count: number) => count + 1, 0);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (!host.current) return;
    // A place of its own for each: GrapesJS leaves things behind where it was.
    const container = host.current.appendChild(document.createElement("div"));
    const words = visualWords[language];
    written.current = null;
    const opened = openCanvas({
      container,
      label: words.canvas,
      names: {
        piece: (piece) => saidOfPiece(piece, words),
        kept: (raw) => saidOfKept(raw, words),
        codeOnly: words.codeOnly,
      },
      look: noLook,
      onSource: (source) => {
        if (source === written.current) return;
        written.current = source;
        latest.current(source);
      },
      onChange: changed,
    });
    setCanvas(opened);
    return () => {
      opened.close();
      container.remove();
      setCanvas(null);
    };
  }, [host, written, language]);
  return canvas;
}
