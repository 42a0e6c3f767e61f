import type { Instant } from "../../platform/clock.ts";
import type { EventData } from "../../platform/events.ts";
import { pointsAt, type QualifyingPoints } from "./qualifying-points.ts";
import { nextRun } from "./run-days.ts";
import type { Tier, TierProgramme } from "./tier.ts";
import { type TierFall, type TierState, tierFall } from "./tier-fall.ts";
import { tierBelow, tierFor, tierNamed } from "./tier-for.ts";

/** What a review is told to announce. */
export interface TierNews {
  changed?: EventData["tier.changed"];
  atRisk?: EventData["tier.at-risk"];
}

/** The outcome of a review: where the member stands now, what to announce, and the next run that can change anything. */
export interface TierReview extends TierNews {
  state: TierState;
  qualifyingPoints: number;
  nextAt?: Instant;
}

/**
 * Reviews one member at a scheduled run. A rise happens at once and may skip steps; a fall comes after the grace
 * period, one step at a time, and never without its warning. A run that is not due changes nothing, so that only the
 * members whose tier can change that day need to be read.
 */
export function reviewOfTier(
  before: TierState,
  earned: QualifyingPoints[],
  programme: TierProgramme,
  runAt: Instant,
): TierReview {
  const points = pointsAt(earned, runAt, programme.policy.windowDays);
  const held = tierNamed(before.tier, programme.tiers);
  const reached = tierFor(points, programme.tiers);
  const moved = reached.from > held.from ? reached : fallen(before, held, earned, programme, runAt);
  const news: TierNews = moved === held ? {} : { changed: change(held, moved) };
  const state = moved === held ? { ...before, tier: held.name } : { tier: moved.name, since: runAt };
  const watched = watch(state, moved, earned, programme, runAt);
  const nextAt = nextReview(watched, earned, runAt);
  return {
    ...news,
    ...(watched.atRisk ? { atRisk: watched.atRisk } : {}),
    state: watched.state,
    qualifyingPoints: points,
    ...(nextAt ? { nextAt } : {}),
  };
}

function change(from: Tier, to: Tier): EventData["tier.changed"] {
  return { from: from.name, to: to.name, direction: to.from > from.from ? "up" : "down" };
}

/** The tier after the fall that is due at this run, or the tier held. */
function fallen(
  state: TierState,
  held: Tier,
  earned: QualifyingPoints[],
  { policy, tiers }: TierProgramme,
  runAt: Instant,
): Tier {
  const fall = tierFall(state, held, earned, policy, runAt);
  const due = fall && fall.shortAt <= runAt && state.warnedAt && fall.fallAt <= runAt;
  return due ? tierBelow(held, tiers) : held;
}

interface Watched {
  state: TierState;
  fall?: TierFall;
  atRisk?: EventData["tier.at-risk"];
}

/** Notes whether the member is short of the tier held, and warns when it is time. */
function watch(
  { tier, since, shortSince, warnedAt }: TierState,
  held: Tier,
  earned: QualifyingPoints[],
  { policy }: TierProgramme,
  runAt: Instant,
): Watched {
  const known = { tier, since, ...(shortSince ? { shortSince } : {}), ...(warnedAt ? { warnedAt } : {}) };
  const fall = tierFall(known, held, earned, policy, runAt);
  if (!fall) return { state: { tier, since } };
  const short = fall.shortAt <= runAt ? { shortSince: fall.shortAt } : {};
  if (runAt < fall.warnAt) {
    // The danger has passed; a later one is warned of anew.
    const calm = { tier, since, ...short };
    return { state: calm, fall: tierFall(calm, held, earned, policy, runAt) ?? fall };
  }
  const state = { tier, since, ...short, warnedAt: warnedAt ?? runAt };
  if (warnedAt) return { state, fall };
  return { state, fall, atRisk: { tier, until: fall.fallAt, missingPoints: fall.missingPoints } };
}

/** The next run at which a review can change anything, or undefined while nothing is earned or taken back. */
function nextReview({ state, fall }: Watched, earned: QualifyingPoints[], runAt: Instant): Instant | undefined {
  const due: Instant[] = [];
  // Points that came after this run but before it was worked on count from the next one on.
  if (earned.some(({ at }) => at > runAt)) due.push(nextRun(runAt));
  if (fall && !state.warnedAt) due.push(fall.warnAt);
  if (fall) due.push(state.shortSince ? fall.fallAt : fall.shortAt);
  const [next] = due.sort();
  if (!next) return undefined;
  return next > runAt ? next : nextRun(runAt);
}
