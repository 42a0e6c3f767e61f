import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { hintOf, sendWork, type WorkNote } from "../platform/queues.ts";
import { PACED_QUEUES, type PacedQueue } from "../platform/work-rows.ts";
import { daysBetween, pacedPartitionsOf, partitionsOf } from "./rules/due-partitions.ts";
import { cursorAfter, type SweepCursor, sweepRange } from "./rules/sweep-range.ts";
import { cursorWrite, type DueRow, dueRows, firstDueRow, readCursor } from "./store.ts";

/** How many days are looked at side by side: 16 queries under way at once. */
const DAYS_AT_ONCE = 4;

/** After so many days the way made is kept, so that a sweep after a long gap gets on even if it runs out of time. */
const DAYS_A_STRETCH = 28;

/** Forwards everything whose time has come to its queue. The rows are the truth; a note forwarded twice does no harm. */
export async function sweepDueRows(now: Instant): Promise<{ forwarded: number }> {
  const cursor = await readCursor();
  const range = sweepRange(cursor, now);
  const days = daysBetween(range.from, now);
  const found: Found = { forwarded: 0 };
  await Promise.all(PACED_QUEUES.map((queue) => wakePaced(queue, cursor?.undoneFrom ?? range.from, now, found)));
  for (let at = 0; at < days.length; at += DAYS_A_STRETCH) {
    const stretch = days.slice(at, at + DAYS_A_STRETCH);
    await sweepStretch(stretch, { from: range.from, to: now }, found);
    // Written after the rows are forwarded: a sweep that dies before is simply repeated.
    const next = days[at + DAYS_A_STRETCH];
    await commit([cursorWrite(next ? onTheWay(cursor, next) : cursorAfter(cursor, range, found.earliest, now))]);
  }
  return { forwarded: found.forwarded };
}

interface Found {
  forwarded: number;
  earliest?: Instant;
}

/** One hint wakes the sender of a paced queue; how much there is to do it reads itself. */
async function wakePaced(queue: PacedQueue, from: Instant, to: Instant, found: Found): Promise<void> {
  const partitions = daysBetween(from, to).flatMap((day) => pacedPartitionsOf(day, queue));
  const first = await Promise.all(partitions.map((partition) => firstDueRow(partition, from, to)));
  const due = first.filter((row) => row !== undefined);
  if (due.length === 0) return;
  for (const row of due) remember(row, found);
  await forward([hintOf(queue)]);
  found.forwarded += 1;
}

/** Where a sweep stands that has not reached the present yet: what it left undone is looked for again from the beginning. */
function onTheWay(cursor: SweepCursor | undefined, sweptTo: Instant): SweepCursor {
  return { sweptTo, undoneFrom: cursor?.undoneFrom ?? sweptTo };
}

async function sweepStretch(days: Instant[], range: { from: Instant; to: Instant }, found: Found): Promise<void> {
  for (let at = 0; at < days.length; at += DAYS_AT_ONCE) {
    const partitions = days.slice(at, at + DAYS_AT_ONCE).flatMap(partitionsOf);
    await Promise.all(partitions.map((partition) => sweepPartition(partition, range, found)));
  }
}

async function sweepPartition(partition: string, range: { from: Instant; to: Instant }, found: Found): Promise<void> {
  let after: string | undefined;
  do {
    const page = await dueRows(partition, range.from, range.to, after);
    await forward(page.items);
    found.forwarded += page.items.length;
    for (const row of page.items) remember(row, found);
    after = page.next;
  } while (after);
}

function remember({ dueAt }: DueRow, found: Found): void {
  if (!found.earliest || dueAt < found.earliest) found.earliest = dueAt;
}

async function forward(rows: WorkNote[]): Promise<void> {
  const failed = await sendWork(rows);
  if (failed.length > 0) {
    throw new Error(`${failed.length} due rows could not be forwarded; the next sweep tries again.`);
  }
}
