import type { Message } from "../mail/rules/message.ts";
import { readMessages } from "../mail/store.ts";
import { daysBetween, pacedPartitionsOf } from "../outbox/rules/due-partitions.ts";
import { sweepRange } from "../outbox/rules/sweep-range.ts";
import { dueRows, readCursor } from "../outbox/store.ts";
import type { Instant } from "../platform/clock.ts";
import { keyOf } from "../platform/items.ts";
import type { PacedQueue } from "../platform/work-rows.ts";

/** The queued messages of a lane that are due, page by page, the oldest day first. */
export async function* dueMessages(queue: PacedQueue, now: Instant): AsyncGenerator<Message[]> {
  const from = (await readCursor())?.undoneFrom ?? sweepRange(undefined, now).from;
  for (const partition of daysBetween(from, now).flatMap((day) => pacedPartitionsOf(day, queue))) {
    let after: string | undefined;
    do {
      const page = await dueRows(partition, from, now, after);
      const found = page.items.length > 0 ? await readMessages(page.items.map(keyOf)) : [];
      // The index tells a moment late of what was settled; the row itself tells the truth.
      const queued = found.filter(({ state }) => state === "queued");
      if (queued.length > 0) yield queued;
      after = page.next;
    } while (after);
  }
}
