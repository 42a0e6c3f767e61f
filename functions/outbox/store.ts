import type { Instant } from "../platform/clock.ts";
import { getItem, queryPage } from "../platform/dynamo.ts";
import { type Item, type Key, keyOf } from "../platform/items.ts";
import type { WorkNote } from "../platform/queues.ts";
import { dueWork } from "../platform/work-rows.ts";
import type { Put, Update } from "../platform/writes.ts";
import type { SweepCursor } from "./rules/sweep-range.ts";

const CURSOR = { pk: "sweep", sk: "cursor" };

/** One row of the due index. */
export type DueRow = Item & WorkNote & { dueAt: Instant };

export async function readCursor(): Promise<SweepCursor | undefined> {
  return getItem<Item & SweepCursor>(CURSOR);
}

export function cursorWrite(cursor: SweepCursor): Put {
  return { put: { ...CURSOR, ...cursor } };
}

export function readDueRow(key: Key): Promise<DueRow | undefined> {
  return getItem<DueRow>(key);
}

/** Makes a row due later, unless its work was done since it was read. */
export function postponeWrite(row: DueRow, dueAt: Instant): Update {
  const set = { ...dueWork(row.queue, dueAt, row.pk) };
  return { update: keyOf(row), set, onlyIf: { equals: ["dueAt", row.dueAt] }, refusal: "done-meanwhile" };
}

/** The earliest row of one partition of the due index in a stretch of time. */
export async function firstDueRow(partition: string, from: Instant, to: Instant): Promise<DueRow | undefined> {
  return (await queryPage<DueRow>({ index: "due", pk: partition, between: [from, to], limit: 1 })).items[0];
}

/** One page of what one partition of the due index holds in a stretch of time. */
export function dueRows(partition: string, from: Instant, to: Instant, after?: string) {
  const selection = { index: "due", pk: partition, between: [from, to], limit: 500 } as const;
  return queryPage<DueRow>({ ...selection, between: [from, to], ...(after ? { after } : {}) });
}
