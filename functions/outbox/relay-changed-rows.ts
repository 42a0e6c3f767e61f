import type { Instant } from "../platform/clock.ts";
import { hintOf, sendWork, type WorkNote } from "../platform/queues.ts";
import type { RowChange } from "../platform/stream-worker.ts";
import { isPaced } from "../platform/work-rows.ts";
import { noteForChange, type WorkRow } from "./rules/note-for-change.ts";

/** Forwards rows that were just written as due, so that nobody waits for the sweep. */
export async function relayChangedRows(changes: RowChange[], now: Instant): Promise<{ firstFailed?: string }> {
  const notes = new Map<WorkNote, string>();
  for (const { note, sequence } of withoutRepeats(changes.flatMap((change) => toldOf(change, now)))) {
    notes.set(note, sequence);
  }
  const failed = await sendWork([...notes.keys()]);
  const sequences = failed.map((note) => notes.get(note) ?? "").sort(byNumber);
  return sequences[0] ? { firstFailed: sequences[0] } : {};
}

interface Told {
  note: WorkNote;
  sequence: string;
}

function toldOf({ sequence, before, after }: RowChange, now: Instant): Told[] {
  const note = noteForChange(before as WorkRow | undefined, after as WorkRow | undefined, now);
  return note ? [{ note: isPaced(note.queue) ? hintOf(note.queue) : note, sequence }] : [];
}

/** A paced queue's sender needs one hint, however many rows became due. */
function withoutRepeats(told: Told[]): Told[] {
  return [...Map.groupBy(told, ({ note }) => `${note.queue} ${note.pk} ${note.sk}`).values()].map(
    ([first]) => first as Told,
  );
}

/** Sequence numbers are decimal digits without leading zeros: the shorter one is the earlier one. */
function byNumber(left: string, right: string): number {
  return left.length - right.length || (left < right ? -1 : 1);
}
