import type { Instant } from "../../platform/clock.ts";
import { DUE_SHARDS, dueShard, type PacedQueue } from "../../platform/work-rows.ts";

const DAY = 24 * 60 * 60 * 1000;

/** The beginnings of the days (UTC) that a stretch of time touches, oldest first. */
export function daysBetween(from: Instant, to: Instant): Instant[] {
  const days: Instant[] = [];
  const last = Math.floor(Date.parse(to) / DAY);
  for (let day = Math.floor(Date.parse(from) / DAY); day <= last; day++) {
    days.push(new Date(day * DAY).toISOString());
  }
  return days;
}

/** The partitions of the due index that hold what falls due on one day, but for the paced queues' rows. */
export function partitionsOf(day: Instant): string[] {
  return shards.map((shard) => dueShard(day, shard));
}

/** The partitions of the due index that hold a paced queue's rows of one day. */
export function pacedPartitionsOf(day: Instant, queue: PacedQueue): string[] {
  return shards.map((shard) => dueShard(day, shard, queue));
}

const shards = Array.from({ length: DUE_SHARDS }, (_, shard) => shard);
