import { describe, expect, it } from "vitest";
import { daysAfter } from "../../../../functions/platform/clock.ts";
import type { QualifyingPoints } from "../../../../functions/tiers/rules/qualifying-points.ts";
import { reviewOfTier } from "../../../../functions/tiers/rules/review-of-tier.ts";
import type { TierState } from "../../../../functions/tiers/rules/tier-fall.ts";
import { starterTiers } from "../support/starter-tiers.ts";

/** The run so many days after the first one. */
const run = (days: number) => daysAfter("2026-01-01T03:00:00.000Z", days);
/** Points that became available so many days after the first run, in the evening. */
const earned = (days: number, points: number): QualifyingPoints => ({
  at: daysAfter("2026-01-01T20:00:00.000Z", days),
  points,
});
const visitor: TierState = { tier: "visitor", since: run(0) };
const review = (state: TierState, points: QualifyingPoints[], days: number) =>
  reviewOfTier(state, points, starterTiers, run(days));

describe("a rise", () => {
  it("comes with the run after the points, and may skip steps", () => {
    const outcome = review(visitor, [earned(0, 700)], 1);
    expect(outcome.changed).toEqual({ from: "visitor", to: "speaker", direction: "up" });
    expect(outcome.state).toEqual({ tier: "speaker", since: run(1) });
    expect(outcome.qualifyingPoints).toBe(700);
  });

  it("does not come one point too early", () => {
    expect(review(visitor, [earned(0, 199)], 1)).toEqual({ state: visitor, qualifyingPoints: 199 });
  });

  it("waits for the next run when the points came after this one", () => {
    const outcome = review(visitor, [earned(1, 700)], 1);
    expect(outcome).toEqual({ state: visitor, qualifyingPoints: 0, nextAt: run(2) });
  });

  it("needs no further run before the points begin to leave the window", () => {
    expect(review(visitor, [earned(0, 700)], 1).nextAt).toBe(run(366));
  });
});

describe("a fall", () => {
  const speaker: TierState = { tier: "speaker", since: run(1) };
  const points = [earned(0, 400), earned(100, 250)];

  it("is warned of at the run that finds the member short, 30 days ahead, with what would prevent it", () => {
    const outcome = review(speaker, points, 366);
    expect(outcome.changed).toBeUndefined();
    expect(outcome.atRisk).toEqual({ tier: "speaker", until: run(396), missingPoints: 350 });
    expect(outcome.state).toEqual({ ...speaker, shortSince: run(366), warnedAt: run(366) });
    expect(outcome.nextAt).toBe(run(396));
  });

  it("comes when the 30 days are over, one step and not down to what the points would give", () => {
    const short = { ...speaker, shortSince: run(366), warnedAt: run(366) };
    expect(review(short, [], 395).changed).toBeUndefined();
    const outcome = review(short, [], 396);
    expect(outcome.changed).toEqual({ from: "speaker", to: "reader", direction: "down" });
    // The next step has a grace period and a warning of its own.
    expect(outcome.atRisk).toEqual({ tier: "reader", until: run(426), missingPoints: 200 });
    expect(outcome.nextAt).toBe(run(426));
  });

  it("does not come when enough points became available in time", () => {
    const short = { ...speaker, shortSince: run(366), warnedAt: run(366) };
    const saved = review(short, [...points, earned(380, 350)], 381);
    expect(saved.changed).toBeUndefined();
    expect(saved.state).toEqual(speaker);
    expect(saved.nextAt).toBe(run(100 + 366));
  });

  it("is warned of anew, with a new grace period, when the danger passed and returned", () => {
    const again = review(speaker, [...points, earned(380, 350)], 466);
    expect(again.atRisk?.until).toBe(run(496));
  });

  it("is put off when the run that should have warned was late", () => {
    const outcome = review(speaker, points, 390);
    expect(outcome.atRisk?.until).toBe(run(420));
    const late = { ...speaker, shortSince: run(366), warnedAt: run(390) };
    expect(review(late, points, 396).changed).toBeUndefined();
    expect(review(late, points, 420).changed?.direction).toBe("down");
  });

  it("follows a refund that took back what carried the tier, after the same grace period", () => {
    const outcome = review(speaker, [earned(0, 100)], 40);
    expect(outcome.changed).toBeUndefined();
    expect(outcome.atRisk).toEqual({ tier: "speaker", until: run(70), missingPoints: 500 });
  });

  it("never happens from the lowest tier", () => {
    expect(review(visitor, [], 400)).toEqual({ state: visitor, qualifyingPoints: 0 });
  });
});

describe("a review", () => {
  it("repeated at the same run says nothing new", () => {
    const first = review({ tier: "speaker", since: run(1) }, [earned(0, 400)], 366);
    const second = review(first.state, [earned(0, 400)], 366);
    expect(second.atRisk).toBeUndefined();
    expect(second.changed).toBeUndefined();
    expect(second.state).toEqual(first.state);
  });
});
