import type { Prepared } from "../../mail/prepare-messages.ts";

/** A message ready to be handed over. */
export type Ready = Extract<Prepared, { do: "send" }>;

/** Gathers messages into calls: full ones leave at once, the rest waits for more of its kind. */
export interface CallBatches {
  /** Adds messages and takes out the calls that became full. */
  add(ready: Ready[]): Ready[][];
  /** Takes out what is left, when no more will come. */
  rest(): Ready[][];
}

/** Calls of at most `size` messages; `kindOf` tells which messages can go in one call. */
export function callBatches(size: number, kindOf: (ready: Ready) => string): CallBatches {
  const open = new Map<string, Ready[]>();
  return {
    add(ready) {
      const full: Ready[][] = [];
      for (const each of ready) {
        const kind = kindOf(each);
        const batch = [...(open.get(kind) ?? []), each];
        if (batch.length === size) full.push(batch);
        open.set(kind, batch.length === size ? [] : batch);
      }
      return full;
    },
    rest() {
      const left = [...open.values()].filter((batch) => batch.length > 0);
      open.clear();
      return left;
    },
  };
}
