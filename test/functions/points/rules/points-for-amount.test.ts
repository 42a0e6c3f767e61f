import { describe, expect, it } from "vitest";
import { pointsForAmount } from "../../../../functions/points/rules/points-for-amount.ts";

const wholeEuro = { points: 1, perMinor: 100, rounding: "down" } as const;

describe("points for an amount", () => {
  it.each([
    [0, 0],
    [1, 0],
    [99, 0],
    [100, 1],
    [199, 1],
    [1999, 19],
    [2000, 20],
    [123_456_789, 1_234_567],
  ])("gives one point for each whole euro: %i cents earn %i", (amountMinor, points) => {
    expect(pointsForAmount(amountMinor, wholeEuro)).toBe(points);
  });

  it.each([-1, -100, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("refuses %d as an amount", (amountMinor) => {
    expect(() => pointsForAmount(amountMinor, wholeEuro)).toThrow("whole number of minor units");
  });

  it.each([
    [1999, 110, 20],
    [1999, 125, 23],
    [99, 125, 0],
    [10_000, 110, 110],
    [900, 110, 9],
    [1000, 110, 11],
  ])(
    "counts whole units before a tier multiplies them: %i cents at %i percent earn %i",
    (amountMinor, percent, points) => {
      expect(pointsForAmount(amountMinor, wholeEuro, percent)).toBe(points);
    },
  );

  it("rounds to the nearest unit from one half on where a rule says so", () => {
    const nearest = { ...wholeEuro, rounding: "nearest" } as const;
    expect([49, 50, 149, 150, 1950].map((amount) => pointsForAmount(amount, nearest))).toEqual([0, 1, 1, 2, 20]);
  });

  it("stays exact at the largest amount a number holds exactly", () => {
    expect(pointsForAmount(Number.MAX_SAFE_INTEGER, { ...wholeEuro, perMinor: 1 })).toBe(Number.MAX_SAFE_INTEGER);
    expect(pointsForAmount(Number.MAX_SAFE_INTEGER, wholeEuro, 125)).toBe(112_589_990_684_261);
  });

  it("earns in steps where a rule grants several points for a larger unit", () => {
    const fivePerTen = { points: 5, perMinor: 1000, rounding: "down" } as const;
    expect([999, 1000, 1999, 2000].map((amount) => pointsForAmount(amount, fivePerTen))).toEqual([0, 5, 5, 10]);
  });
});
