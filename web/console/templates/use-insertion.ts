import { useCallback, useMemo, useRef } from "react";

type Insert = (text: string) => void;

export type Insertion = {
  /** Puts text where the cursor last stood. */
  insert: Insert;
  /** A field reports itself when the cursor enters it. */
  aim: (insert: Insert) => void;
};

/** Remembers the field that was written in last, so that a variable lands where the person left off. */
export function useInsertion(): Insertion {
  const target = useRef<Insert | null>(null);
  const insert = useCallback((text: string) => target.current?.(text), []);
  const aim = useCallback((next: Insert) => {
    target.current = next;
  }, []);
  return useMemo(() => ({ insert, aim }), [insert, aim]);
}
