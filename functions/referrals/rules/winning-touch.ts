import { daysAfter, type Instant } from "../../platform/clock.ts";

/** A link that somebody followed. */
export interface ReferralTouch {
  code: string;
  at: Instant;
}

/** The last link followed wins, if it was followed no longer ago than the window and not after the fact. */
export function winningTouch(touches: ReferralTouch[], at: Instant, windowDays: number): ReferralTouch | undefined {
  const since = daysAfter(at, -windowDays);
  const counted = touches.filter((touch) => touch.at >= since && touch.at <= at);
  return counted.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
}
