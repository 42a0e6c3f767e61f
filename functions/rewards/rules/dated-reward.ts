import { dayStart } from "../../offers/rules/day-start.ts";
import type { Instant } from "../../platform/clock.ts";
import type { Reward } from "./reward.ts";

/** A reward as it is kept: its days are instants already, so that who looks at it needs no calendar. */
export type DatedReward = Reward & {
  opensAt?: Instant;
  /** The first instant at which it is over. */
  closesAt?: Instant;
};

/** Fixes when a reward opens and closes: with the beginning of its first day, and with the end of its last. */
export function datedReward(reward: Reward): DatedReward {
  const { opensOn, closesOn, zone = "UTC" } = reward;
  return {
    ...reward,
    ...(opensOn ? { opensAt: dayStart(opensOn, 0, zone) } : {}),
    ...(closesOn ? { closesAt: dayStart(closesOn, 1, zone) } : {}),
  };
}
