import { daysAfter, type Instant } from "../../platform/clock.ts";
import { dropBelow, pointsAt, type QualifyingPoints } from "./qualifying-points.ts";
import { runFrom } from "./run-days.ts";
import type { Tier, TierPolicy } from "./tier.ts";

/** Where a member stands on the ladder. */
export interface TierState {
  tier: string;
  /** Since when the tier is held. */
  since: Instant;
  /** The run that found too few points for the tier; gone when they are enough again. */
  shortSince?: Instant;
  /** The run that told the member of the fall ahead; gone when it is no longer ahead. */
  warnedAt?: Instant;
}

/** The fall that lies ahead when nothing more is earned. */
export interface TierFall {
  shortAt: Instant;
  warnAt: Instant;
  fallAt: Instant;
  /** What must become available before the fall to prevent it. */
  missingPoints: number;
}

/** When a member will fall from the tier held, seen from `now`; undefined at the lowest, from which nobody falls. */
export function tierFall(
  state: TierState,
  held: Tier,
  earned: QualifyingPoints[],
  policy: TierPolicy,
  now: Instant,
): TierFall | undefined {
  if (held.from === 0) return undefined;
  const { windowDays, graceDays, warnDays } = policy;
  const runAt = runFrom(now);
  const isShort = pointsAt(earned, now, windowDays) < held.from;
  const shortAt = isShort ? (state.shortSince ?? runAt) : runFrom(dropBelow(earned, held.from, now, windowDays));
  const graceEndsAt = daysAfter(shortAt, graceDays);
  const warnAt = daysAfter(graceEndsAt, -warnDays);
  // Nobody falls unwarned: a warning that came late, or has yet to come, moves the fall.
  const warned = state.warnedAt ?? latest(warnAt, runAt);
  const fallAt = latest(graceEndsAt, daysAfter(warned, warnDays));
  return { shortAt, warnAt, fallAt, missingPoints: held.from - pointsAt(earned, fallAt, windowDays) };
}

function latest(...instants: [Instant, ...Instant[]]): Instant {
  return instants.sort().at(-1) ?? instants[0];
}
