import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { PacedQueue } from "../platform/work-rows.ts";
import { type Lane, nextForLane, takenLane } from "./rules/lane.ts";
import { askForLaneWrite, readLane, takeLaneWrite } from "./store.ts";

/** A lane just taken, and whether the sender before may have left claimed messages behind. */
export interface TakenLane {
  lane: Lane;
  leftOpen: boolean;
}

/** Takes the lane for one sender; undefined when another one holds it, who is then told that there is more, or when it rests. */
export function takeLane(queue: PacedQueue, now: Instant): Promise<TakenLane | undefined> {
  return tryAgain(`taking the ${queue} lane`, async () => {
    const before = await readLane(queue);
    const next = nextForLane(before, now);
    if (next === "rest") return undefined;
    return next === "ask" && before ? ask(queue, before, now) : take(queue, before, now);
  });
}

async function ask(queue: PacedQueue, lane: Lane, now: Instant): Promise<undefined | typeof STALE> {
  return (await commit([askForLaneWrite(queue, lane, now)])).ok ? undefined : STALE;
}

async function take(queue: PacedQueue, before: Lane | undefined, now: Instant): Promise<TakenLane | typeof STALE> {
  const lane = takenLane(before, now);
  const taken = await commit([takeLaneWrite(queue, lane, before)]);
  return taken.ok ? { lane, leftOpen: before !== undefined && !before.clean } : STALE;
}
