import type { Instant } from "../platform/clock.ts";
import { sendWork, type WorkNote } from "../platform/queues.ts";
import type { RowChange } from "../platform/stream-worker.ts";
import { noteForChange, type WorkRow } from "./rules/note-for-change.ts";

/** Forwards rows that were just written as due, so that nobody waits for the sweep. */
export async function relayChangedRows(changes: RowChange[], now: Instant): Promise<{ firstFailed?: string }> {
  const notes = new Map<WorkNote, string>();
  for (const { sequence, before, after } of changes) {
    const note = noteForChange(before as WorkRow | undefined, after as WorkRow | undefined, now);
    if (note) notes.set(note, sequence);
  }
  const failed = await sendWork([...notes.keys()]);
  const sequences = failed.map((note) => notes.get(note) ?? "").sort(byNumber);
  return sequences[0] ? { firstFailed: sequences[0] } : {};
}

/** Sequence numbers are decimal digits without leading zeros: the shorter one is the earlier one. */
function byNumber(left: string, right: string): number {
  return left.length - right.length || (left < right ? -1 : 1);
}
