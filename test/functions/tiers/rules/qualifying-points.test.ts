import { describe, expect, it } from "vitest";
import type { Lot } from "../../../../functions/points/rules/lot.ts";
import { dropBelow, pointsAt, qualifyingPoints } from "../../../../functions/tiers/rules/qualifying-points.ts";

const at = "2027-06-01T12:00:00.000Z";
const lot = (change: Partial<Lot>): Lot => ({
  id: "ent_1",
  state: "available",
  points: 100,
  reversed: 0,
  remaining: 100,
  earnedAt: at,
  availableAt: at,
  qualifies: true,
  rule: "purchase",
  version: 1,
  ...change,
});

describe("points that qualify for a tier", () => {
  it.each([
    ["count once they can be spent", {}, 100],
    ["do not count while they wait", { state: "pending" }, 0],
    ["count even when they are spent", { state: "closed", remaining: 0 }, 100],
    ["count without what a refund took back", { reversed: 30, remaining: 70 }, 70],
    ["do not count when all of them were taken back", { state: "closed", reversed: 100, remaining: 0 }, 0],
    ["do not count as a gift", { qualifies: false }, 0],
  ] satisfies [string, Partial<Lot>, number][])("%s", (_, change, points) => {
    expect(pointsAt(qualifyingPoints([lot(change)]), at, 365)).toBe(points);
  });

  it("count from the instant they became available for 365 days, to the millisecond", () => {
    const earned = [{ at, points: 100 }];
    const instants = [
      "2027-06-01T11:59:59.999Z",
      at,
      // 2028 has a leap day: 365 days later is a day earlier in the calendar.
      "2028-05-31T11:59:59.999Z",
      "2028-05-31T12:00:00.000Z",
    ];
    expect(instants.map((each) => pointsAt(earned, each, 365))).toEqual([0, 100, 100, 0]);
  });

  it("drop below a threshold when the lot that carried it leaves the window", () => {
    const earned = [
      { at: "2027-03-01T00:00:00.000Z", points: 100 },
      { at: "2027-01-01T00:00:00.000Z", points: 50 },
      { at: "2027-02-01T00:00:00.000Z", points: 80 },
    ];
    expect(dropBelow(earned, 150, at, 365)).toBe("2028-02-01T00:00:00.000Z");
    expect(dropBelow(earned, 200, at, 365)).toBe("2028-01-01T00:00:00.000Z");
    expect(dropBelow(earned, 1, at, 365)).toBe("2028-02-29T00:00:00.000Z");
  });
});
