import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { sendWork } from "../platform/queues.ts";
import { duePartitions } from "./rules/due-partitions.ts";
import { cursorAfter, sweepRange } from "./rules/sweep-range.ts";
import { cursorWrite, type DueRow, dueRows, readCursor } from "./store.ts";

/** Forwards everything whose time has come to its queue. The rows are the truth; a note forwarded twice does no harm. */
export async function sweepDueRows(now: Instant): Promise<{ forwarded: number }> {
  const cursor = await readCursor();
  const range = sweepRange(cursor, now);
  let earliest: Instant | undefined;
  let forwarded = 0;
  for await (const rows of duePages(range.from, now)) {
    await forward(rows);
    forwarded += rows.length;
    earliest = earliestOf(rows, earliest);
  }
  // Written last: a sweep that dies before is simply repeated.
  await commit([cursorWrite(cursorAfter(cursor, range, earliest, now))]);
  return { forwarded };
}

function earliestOf(rows: DueRow[], known: Instant | undefined): Instant | undefined {
  return rows.reduce((first, { dueAt }) => (first && first <= dueAt ? first : dueAt), known);
}

async function* duePages(from: Instant, to: Instant): AsyncGenerator<DueRow[]> {
  for (const partition of duePartitions(from, to)) yield* pages(partition, from, to);
}

async function* pages(partition: string, from: Instant, to: Instant): AsyncGenerator<DueRow[]> {
  let after: string | undefined;
  do {
    const page = await dueRows(partition, from, to, after);
    if (page.items.length > 0) yield page.items;
    after = page.next;
  } while (after);
}

async function forward(rows: DueRow[]): Promise<void> {
  const failed = await sendWork(rows);
  if (failed.length > 0)
    throw new Error(`${failed.length} due rows could not be forwarded; the next sweep tries again.`);
}
