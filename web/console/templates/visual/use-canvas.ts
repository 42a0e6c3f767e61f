import { type RefObject, useEffect, useReducer, useRef, useState } from "react";
import type { TemplateLook } from "../../../api/schema.d.ts";
import { useLanguage } from "../../words/language.tsx";
import { type Canvas, openCanvas } from "./canvas.ts";
import { saidOfKept, saidOfPiece } from "./said-plainly.ts";
import { treeFromSource } from "./tree-from-source.ts";
import type { Obstacle } from "./visual-tree.ts";
import { visualWords } from "./visual-words.ts";

type Wanted = {
  host: RefObject<HTMLDivElement | null>;
  value: string;
  look: TemplateLook;
  onChange: (value: string) => void;
};

/** A canvas that follows a text, and the text that follows the canvas; or why the text cannot be put on it. */
export function useCanvas({ host, value, look, onChange }: Wanted): {
  canvas: Canvas | null;
  obstacle: Obstacle | null;
} {
  const echoes = useRef<Echoes>({ shown: null, sent: [] });
  const canvas = useOpenCanvas({ host, look, onChange }, echoes);
  const [obstacle, setObstacle] = useState<Obstacle | null>(null);
  useEffect(() => {
    if (!canvas || isEcho(value, echoes.current)) return;
    const carried = treeFromSource(value, look.level);
    echoes.current = { shown: value, sent: [] };
    setObstacle(carried.ok ? null : carried);
    if (carried.ok) canvas.show(carried.tree);
  }, [canvas, value, look]);
  return { canvas, obstacle };
}

/** The text that the canvas shows, and those that it has sent and that have not come back to it yet. */
type Echoes = { shown: string | null; sent: string[] };

/** Whether a text is one's own: somebody who types fast is ahead of what the page hands back. */
function isEcho(value: string, { shown, sent }: Echoes): boolean {
  const at = sent.lastIndexOf(value);
  if (at >= 0) sent.splice(0, at + 1);
  return at >= 0 || value === shown;
}

function useOpenCanvas({ host, look, onChange }: Omit<Wanted, "value">, echoes: RefObject<Echoes>): Canvas | null {
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
    echoes.current = { shown: null, sent: [] };
    const opened = openCanvas({
      container,
      label: words.canvas,
      names: {
        piece: (piece) => saidOfPiece(piece, words),
        kept: (raw) => saidOfKept(raw, words),
        codeOnly: words.codeOnly,
      },
      look,
      onSource: (source) => {
        if (source === echoes.current.shown) return;
        echoes.current.shown = source;
        echoes.current.sent.push(source);
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
  }, [host, look, echoes, language]);
  return canvas;
}
