import { type Instant, secondsAfter } from "../../platform/clock.ts";
import type { BusyCode } from "../../platform/ses.ts";
import type { KnownQuota } from "./known-quota.ts";
import type { LanePolicy } from "./lane-policy.ts";

/** Where the one sender of a lane stands. */
export interface Lane {
  /** Counts the senders; whoever holds an older number may claim nothing more. */
  fence: number;
  /** Until then the lane is its sender's, who prolongs it with every claim. */
  leaseUntil: Instant;
  /** When somebody last asked for the lane in vain: its sender looks once more before leaving. */
  askedAt?: Instant;
  /** Then a note comes: to see whether the sender is still alive, or to look once more. */
  wakeAt?: Instant;
  /** The last sender left nothing open behind: every message it claimed was settled. */
  clean?: boolean;
  /** Until then the lane is at rest, because SES would take nothing, and why. */
  restUntil?: Instant;
  because?: LaneRest;
  /** The pace that is used up until then. */
  pacedUntil?: Instant;
  quota?: KnownQuota;
}

/** Why a lane rests: the account is paused or not set up, the day's quota or the month's budget is used up, or SES is too busy. */
export type LaneRest = BusyCode | "throttled" | "monthly-budget";

/** How long a lane rests before it asks SES again. */
export const REST_SECONDS: Record<LaneRest, number> = {
  "sending-paused": 60,
  "not-set-up": 60,
  "daily-quota": 15 * 60,
  throttled: 60,
  // A new month or a higher budget lets it go on within a quarter of an hour.
  "monthly-budget": 15 * 60,
};

/** Decides what somebody who comes to send should do: take the lane, leave word with its sender, or leave it at rest. */
export function nextForLane(lane: Lane | undefined, now: Instant): "take" | "ask" | "rest" {
  if (!lane) return "take";
  if (lane.leaseUntil > now) return "ask";
  return lane.restUntil && lane.restUntil > now ? "rest" : "take";
}

/** The lane in the hands of its next sender. Its pace, its quota and the note that comes are the lane's, not a sender's. */
export function takenLane(before: Lane | undefined, { leaseSeconds }: LanePolicy, now: Instant): Lane {
  const { fence = 0, pacedUntil, quota, wakeAt } = before ?? {};
  return {
    fence: fence + 1,
    leaseUntil: secondsAfter(now, leaseSeconds),
    ...(pacedUntil ? { pacedUntil } : {}),
    ...(quota ? { quota } : {}),
    ...(wakeAt ? { wakeAt } : {}),
  };
}

/** An index knows a moment late of what was queued; two seconds are a long moment. */
export const LOOK_AGAIN_SECONDS = 2;

/** Whether a sender that found nothing should have somebody look once more: not when a note is on its way, or was it. */
export function mayLookAgain({ wakeAt }: Lane, now: Instant): boolean {
  return !wakeAt || secondsAfter(wakeAt, 5 * LOOK_AGAIN_SECONDS) <= now;
}

/** Why a lane should rest when SES answers with this code that it is busy. */
export function restFor(code: string): LaneRest {
  return isLasting(code) ? code : "throttled";
}

function isLasting(code: string): code is BusyCode {
  return code === "sending-paused" || code === "daily-quota" || code === "not-set-up";
}
