import type { Prepared } from "../../mail/prepare-messages.ts";
import { callKind } from "../../mail/rules/prepared-mail.ts";

/** A message ready to be handed over. */
export type Ready = Extract<Prepared, { do: "send" }>;

/** Gathers messages into calls: full ones leave at once, the rest waits for more of its kind. */
export interface CallBatches {
  /** Adds messages and takes out the calls that became full. */
  add(ready: Ready[]): Ready[][];
  /** Takes out what is left, when no more will come. */
  rest(): Ready[][];
}

/** Calls as large as SES and the account's rate (`most` mails a second) allow. */
export function callBatches(most: number): CallBatches {
  const open = new Map<string, Ready[]>();
  return {
    add(ready) {
      const full: Ready[][] = [];
      for (const each of ready) {
        const { kind, most: fitting } = callKind(each.mail);
        const batch = [...(open.get(kind) ?? []), each];
        const isFull = batch.length >= Math.min(most, fitting);
        if (isFull) full.push(batch);
        open.set(kind, isFull ? [] : batch);
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
