import type { Instant } from "../platform/clock.ts";
import type { PacedQueue } from "../platform/work-rows.ts";
import type { LaneRest } from "./rules/lane.ts";
import { readLane } from "./store.ts";

/** What a lane does at the moment: somebody sends, it rests until then for a reason, or it waits for work. */
export type LaneNow = { doing: "sending" | "waiting" } | { doing: "resting"; because: LaneRest; until: Instant };

/** Looks what a lane does. */
export async function findLane(queue: PacedQueue, now: Instant): Promise<LaneNow> {
  const lane = await readLane(queue);
  if (lane && lane.leaseUntil > now) return { doing: "sending" };
  const { restUntil, because } = lane ?? {};
  return restUntil && because && restUntil > now
    ? { doing: "resting", because, until: restUntil }
    : { doing: "waiting" };
}
