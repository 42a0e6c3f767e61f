import type { Instant } from "../../platform/clock.ts";
import { DUE_SHARDS, dueShard } from "../../platform/work-rows.ts";

const HOUR = 60 * 60 * 1000;

/** The beginnings of the hours that a stretch of time touches, oldest first. */
export function hoursBetween(from: Instant, to: Instant): Instant[] {
  const hours: Instant[] = [];
  const last = Math.floor(Date.parse(to) / HOUR);
  for (let hour = Math.floor(Date.parse(from) / HOUR); hour <= last; hour++) {
    hours.push(new Date(hour * HOUR).toISOString());
  }
  return hours;
}

/** The partitions of the due index that hold what falls due in one hour. */
export function partitionsOf(hour: Instant): string[] {
  return Array.from({ length: DUE_SHARDS }, (_, shard) => dueShard(hour, shard));
}
