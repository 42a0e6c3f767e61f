import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minorUnits } from "../../../../functions/activity/rules/minor-units.ts";

describe("a decimal amount", () => {
  it.each([
    [19.99, "EUR", 1999],
    [0.1, "EUR", 10],
    ["19.90", "EUR", 1990],
    ["19.9", "eur", 1990],
    [0, "EUR", 0],
    [1000, "JPY", 1000],
    ["1.250", "KWD", 1250],
    ["5.000", "JPY", 5],
  ])("%j %s is %i in the smallest unit", (amount, currency, minor) => {
    expect(minorUnits(amount, currency)).toBe(minor);
  });

  it.each([
    [-1, "EUR"],
    [19.999, "EUR"],
    [1.5, "JPY"],
    ["1e9", "EUR"],
    [1e21, "EUR"],
    [Number.NaN, "EUR"],
    [Number.POSITIVE_INFINITY, "EUR"],
    ["12,50", "EUR"],
    ["", "EUR"],
    [5, "XXQ"],
  ])("%j %s is no amount", (amount, currency) => {
    expect(minorUnits(amount, currency)).toBeUndefined();
  });

  it("with two digits comes back exactly, whatever it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (cents) => {
        expect(minorUnits(cents / 100, "EUR")).toBe(cents);
        expect(minorUnits((cents / 100).toFixed(2), "EUR")).toBe(cents);
      }),
      { verbose: 1 },
    );
  });
});
