import { createHash } from "node:crypto";
import type { Instant } from "./clock.ts";

/** The queues that work rows are forwarded to. */
export type QueueName = "reactions" | "transactional" | "marketing";

/** The queues whose rows one sender works off at the provider's pace: they get a hint that there is work, not a note a row. */
export const PACED_QUEUES = ["transactional", "marketing"] as const satisfies readonly QueueName[];
export type PacedQueue = (typeof PACED_QUEUES)[number];

/** Whether a queue's rows are worked off by one paced sender. */
export function isPaced(queue: QueueName): queue is PacedQueue {
  return (PACED_QUEUES as readonly QueueName[]).includes(queue);
}

/** How many partitions one day of due work is spread over. */
export const DUE_SHARDS = 4;

/** The attributes that make a row due work: the stream relay and the sweep forward it to its queue from `dueAt` on. */
export interface DueWork {
  queue: QueueName;
  dueShard: string;
  dueAt: Instant;
}

/** The attributes of work due on `queue` from `at` on; `id` only spreads rows over shards. */
export function dueWork(queue: QueueName, at: Instant, id: string): DueWork {
  const lane = isPaced(queue) ? queue : undefined;
  return { queue, dueShard: dueShard(at, shardOf(id), lane), dueAt: at };
}

/** The attributes a worker removes when the work is done: the row leaves the due index. */
export const DUE_WORK = ["queue", "dueShard", "dueAt"] as const;

/** The partition of the due index that holds one shard of one day; a paced queue's rows lie apart from all others. */
export function dueShard(at: Instant, shard: number, lane?: PacedQueue): string {
  return `${lane ? `${lane}#` : ""}${at.slice(0, 10)}#${shard}`;
}

function shardOf(id: string): number {
  return (createHash("sha256").update(id).digest()[0] ?? 0) % DUE_SHARDS;
}
