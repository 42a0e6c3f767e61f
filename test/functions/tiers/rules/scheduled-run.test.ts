import assert from "node:assert/strict";
import fc from "fast-check";
import { expect, it } from "vitest";
import { daysAfter } from "../../../../functions/platform/clock.ts";
import { pointsAt, type QualifyingPoints } from "../../../../functions/tiers/rules/qualifying-points.ts";
import { reviewOfTier, type TierReview } from "../../../../functions/tiers/rules/review-of-tier.ts";
import { nextRun } from "../../../../functions/tiers/rules/run-days.ts";
import type { TierPolicy } from "../../../../functions/tiers/rules/tier.ts";
import type { TierState } from "../../../../functions/tiers/rules/tier-fall.ts";
import { tierNamed } from "../../../../functions/tiers/rules/tier-for.ts";
import { propertyOptions } from "../../../support/property-options.ts";
import { starterTiers } from "../support/starter-tiers.ts";

// Two years and more with the leap day of 2028 in the midst.
const DAYS = 800;
const start = "2027-03-01T03:00:00.000Z";
const run = (day: number) => daysAfter(start, day);

/** Points of one day: gained, or taken back from what the day `of` gained. */
interface Change {
  day: number;
  hour: number;
  points: number;
  refundAfter?: number;
}

const change: fc.Arbitrary<Change> = fc.record(
  {
    day: fc.nat(600),
    hour: fc.nat(23),
    points: fc.integer({ min: 1, max: 900 }),
    refundAfter: fc.integer({ min: 1, max: 120 }),
  },
  { requiredKeys: ["day", "hour", "points"] },
);

const policy: fc.Arbitrary<TierPolicy> = fc.constantFrom(
  { windowDays: 365, graceDays: 30, warnDays: 30 },
  { windowDays: 365, graceDays: 30, warnDays: 10 },
  { windowDays: 180, graceDays: 10, warnDays: 45 },
);

/** A change with its instants counted out once. */
interface Dated {
  at: string;
  day: number;
  points: number;
  refundDay: number;
}

const dated = ({ day, hour, points, refundAfter }: Change): Dated => ({
  at: daysAfter(run(day), hour / 24),
  day: hour === 0 ? day : day + 1,
  points,
  refundDay: refundAfter === undefined ? Number.POSITIVE_INFINITY : day + 1 + refundAfter,
});

/** What the lots say at the run of a day. */
function earnedBy(day: number, changes: Dated[]): QualifyingPoints[] {
  return changes.filter((each) => each.day <= day && day < each.refundDay);
}

/** Whether points changed between the run before and the run of this day, which makes it due. */
function changedBefore(day: number, changes: Dated[]): boolean {
  return changes.some((each) => each.day === day || each.refundDay === day);
}

interface Life {
  state: TierState;
  reviews: number;
  news: { day: number; review: Pick<TierReview, "changed" | "atRisk"> }[];
}

/** Lives through all days; `isDue` says whether a member is read at a day's run. */
function live(changes: Dated[], rules: TierPolicy, isDue: (day: number, nextAt: string | undefined) => boolean): Life {
  const programme = { ...starterTiers, policy: rules };
  const life: Life = { state: { tier: "visitor", since: run(0) }, reviews: 0, news: [] };
  let nextAt: string | undefined;
  for (let day = 1; day <= DAYS; day++) {
    if (!isDue(day, nextAt)) continue;
    const { state, changed, atRisk, ...rest } = reviewOfTier(life.state, earnedBy(day, changes), programme, run(day));
    nextAt = rest.nextAt;
    life.state = state;
    life.reviews++;
    if (changed || atRisk) life.news.push({ day, review: { changed, atRisk } });
  }
  return life;
}

/** The first rule of gentleness: no fall without a timely warning, and none with enough points. */
function assertGentle({ news }: Life, changes: Dated[], rules: TierPolicy): number {
  const falls = news.filter(({ review }) => review.changed?.direction === "down");
  for (const { day, review } of falls) {
    const earlier = news.filter((each) => each.day < day);
    const warned = earlier.findLast((each) => each.review.atRisk?.tier === review.changed?.from);
    assert(warned && warned.day + rules.warnDays <= day, "no warning in time before the fall");
    const from = tierNamed(review.changed?.from, starterTiers.tiers);
    assert(pointsAt(earnedBy(day, changes), run(day), rules.windowDays) < from.from, "fell with enough points");
  }
  return falls.length;
}

it("reads only the members whose tier can change that day, agrees with reading everybody every day, and warns before each fall", () => {
  let falls = 0;
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12, size: "max" }), policy, (history, rules) => {
      const changes = history.map(dated);
      const everyDay = live(changes, rules, () => true);
      const isDue = (day: number, nextAt?: string) =>
        (nextAt !== undefined && nextAt <= run(day)) || changedBefore(day, changes);
      const whenDue = live(changes, rules, isDue);
      assert.deepEqual(whenDue.news, everyDay.news);
      assert.deepEqual(whenDue.state, everyDay.state);
      // Three reads at most for each change, each lot that leaves the window and each step down.
      assert(
        whenDue.reviews <= 3 * (2 * changes.length + 4),
        `${whenDue.reviews} reviews for ${changes.length} changes`,
      );
      falls += assertGentle(everyDay, changes, rules);
    }),
    propertyOptions("scheduled tier run", 150),
  );
  expect(falls).toBeGreaterThan(50);
});

it("counts runs from 03:00 UTC", () => {
  expect(nextRun(start)).toBe(run(1));
});
