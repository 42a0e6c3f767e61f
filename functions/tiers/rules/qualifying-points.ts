import { daysAfter, type Instant } from "../../platform/clock.ts";
import type { Lot } from "../../points/rules/lot.ts";

/** Points that count towards a tier from `at` on, for as long as the policy's window is. */
export interface QualifyingPoints {
  at: Instant;
  points: number;
}

/**
 * What counts of a member's lots: earned points that became available, whether spent since or not, without what
 * refunds took back. Points that still wait do not count, and gifts never do.
 */
export function qualifyingPoints(lots: Lot[]): QualifyingPoints[] {
  return lots
    .filter(({ qualifies, state, points, reversed }) => qualifies && state !== "pending" && points > reversed)
    .map(({ availableAt, points, reversed }) => ({ at: availableAt, points: points - reversed }));
}

/** How many of them count at an instant. */
export function pointsAt(earned: QualifyingPoints[], at: Instant, windowDays: number): number {
  const since = daysAfter(at, -windowDays);
  return earned.reduce((sum, each) => (each.at > since && each.at <= at ? sum + each.points : sum), 0);
}

/** When, with nothing more earned, fewer than `least` points will count for the first time after `from`. */
export function dropBelow(earned: QualifyingPoints[], least: number, from: Instant, windowDays: number): Instant {
  const counted = earned.filter(({ at }) => at > daysAfter(from, -windowDays) && at <= from);
  let left = counted.reduce((sum, { points }) => sum + points, 0);
  for (const each of counted.sort((a, b) => (a.at < b.at ? -1 : 1))) {
    left -= each.points;
    if (left < least) return daysAfter(each.at, windowDays);
  }
  return from;
}
