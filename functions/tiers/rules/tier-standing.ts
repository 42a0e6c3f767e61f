import type { Instant } from "../../platform/clock.ts";
import { pointsAt, type QualifyingPoints } from "./qualifying-points.ts";
import type { TierProgramme } from "./tier.ts";
import { type TierState, tierFall } from "./tier-fall.ts";
import { tierAbove, tierNamed } from "./tier-for.ts";

/** Where a member stands, what is needed to rise and to stay, and by when. */
export interface TierStanding {
  name: string;
  qualifyingPoints: number;
  /** The next tier and the points missing to it; 0 when the next run brings the rise, null at the top. */
  next: string | null;
  toNext: number | null;
  /** Points that must become available before `until` for the tier to be kept. */
  toStay: number;
  /** Until when the tier is kept with nothing more earned; null at the lowest. */
  until: Instant | null;
  multiplierPercent: number;
}

/** A member's standing as the portal shows it. */
export function tierStanding(
  state: TierState | undefined,
  earned: QualifyingPoints[],
  programme: TierProgramme,
  now: Instant,
): TierStanding {
  const { policy, tiers } = programme;
  const held = tierNamed(state?.tier, tiers);
  const next = tierAbove(held, tiers);
  const points = pointsAt(earned, now, policy.windowDays);
  const fall = state && tierFall(state, held, earned, policy, now);
  return {
    name: held.name,
    qualifyingPoints: points,
    next: next?.name ?? null,
    toNext: next ? Math.max(0, next.from - points) : null,
    toStay: fall?.missingPoints ?? 0,
    until: fall?.fallAt ?? null,
    multiplierPercent: held.multiplierPercent,
  };
}
