import type { Instant } from "../../platform/clock.ts";
import { DUE_SHARDS, dueShard } from "../../platform/work-rows.ts";

const HOUR = 60 * 60 * 1000;

/** The partitions of the due index that hold what falls due from `from` up to and including `to`, oldest first. */
export function duePartitions(from: Instant, to: Instant): string[] {
  const partitions: string[] = [];
  const last = Math.floor(Date.parse(to) / HOUR);
  for (let hour = Math.floor(Date.parse(from) / HOUR); hour <= last; hour++) {
    const at = new Date(hour * HOUR).toISOString();
    for (let shard = 0; shard < DUE_SHARDS; shard++) partitions.push(dueShard(at, shard));
  }
  return partitions;
}
