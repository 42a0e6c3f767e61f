import type { Instant } from "../../platform/clock.ts";
import { dueWork } from "../../platform/work-rows.ts";
import type { Message } from "./message.ts";

/** The list of the messages whose fate nobody knows. */
export const UNKNOWN = "mail#unknown";

/** Where a message is listed. */
export interface ListPlace {
  listKey: string;
  listAt: string;
}

/**
 * Every message is in one list: unknown ones wait there for a person; every other one is in the list of the day on which it
 * is next due, or was settled, beside that day's partitions of the due index. So each is in the list of one day when that
 * is over, and a message queued and settled on the same day enters a list once.
 */
export function listPlace({ kind, id, state, queuedAt }: Message, at: Instant): ListPlace {
  // A call hands over fifty that were queued at one instant, and each has its own place in the list.
  if (state === "unknown") return { listKey: UNKNOWN, listAt: `${queuedAt}#${id}` };
  return { listKey: dayList(dueWork(kind, at, id).dueShard), listAt: id };
}

/** The list that belongs to one partition of the due index. */
export function dayList(dueShard: string): string {
  return `mail#${dueShard}`;
}
