import { type Instant, secondsAfter } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { hintOf, sendWork } from "../platform/queues.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { PacedQueue } from "../platform/work-rows.ts";
import { type Lane, nextForLane, takenLane } from "./rules/lane.ts";
import { LANE_POLICIES } from "./rules/lane-policy.ts";
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
  const wakeAt = await comeAgain(queue, lane, now);
  return (await commit([askForLaneWrite(queue, lane, { askedAt: now, wakeAt })])).ok ? undefined : STALE;
}

/** Its sender may be dead, so a note comes when its lease would end; one on its way is enough for everybody who asks. */
async function comeAgain(queue: PacedQueue, { leaseUntil, wakeAt }: Lane, now: Instant): Promise<Instant> {
  if (wakeAt && wakeAt > now) return wakeAt;
  const seconds = Math.ceil((Date.parse(leaseUntil) - Date.parse(now)) / 1000);
  await sendWork([hintOf(queue)], seconds);
  return secondsAfter(now, seconds);
}

async function take(queue: PacedQueue, before: Lane | undefined, now: Instant): Promise<TakenLane | typeof STALE> {
  const lane = takenLane(before, LANE_POLICIES[queue], now);
  const taken = await commit([takeLaneWrite(queue, lane, before)]);
  return taken.ok ? { lane, leftOpen: before !== undefined && !before.clean } : STALE;
}
