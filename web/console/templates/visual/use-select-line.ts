import { useEffect, useRef } from "react";
import type { Canvas } from "./canvas.ts";
import { linesOfNodes } from "./lines-of-nodes.ts";
import { partsIn } from "./part-names.ts";

/** Selects the part that stands on a wished line; where there is none, the code is asked for. */
export function useSelectLine(
  canvas: Canvas | null,
  target: { line: number } | null,
  value: string,
  onCode: (line?: number) => void,
): void {
  const latest = useRef({ value, onCode });
  useEffect(() => {
    latest.current = { value, onCode };
  });
  // A canvas that is opened anew is not led there again.
  const reached = useRef<typeof target>(null);
  useEffect(() => {
    if (!canvas || !target || target === reached.current) return;
    reached.current = target;
    const { value: source, onCode: toCode } = latest.current;
    const root = canvas.root();
    const at = linesOfNodes(source)?.findLastIndex(({ from, to }) => from <= target.line && target.line <= to) ?? -1;
    const part = root && partsIn(root)[at]?.component;
    if (!part) return toCode(target.line);
    canvas.editor.select(part);
    part.view?.scrollIntoView();
  }, [canvas, target]);
}
