import { describe, expect, it } from "vitest";
import { leftFor, standingOf } from "../../../../functions/costs/rules/monthly-budget.ts";

/** One dollar, of which a mail takes a hundredth. */
const budget = { amountMinor: 100, warnAtPercent: 80 };
const MAIL = 10_000_000;
const DOLLAR = 1_000_000_000;

describe("the monthly budget", () => {
  it("stops the mail that matters least first, and mail that people asked for never", () => {
    const at = (spent: number) => standingOf(budget, spent, MAIL).stopped;
    expect(at(0.9 * DOLLAR - MAIL)).toEqual([]);
    expect(at(0.9 * DOLLAR)).toEqual(["broadcast"]);
    expect(at(DOLLAR - MAIL)).toEqual(["broadcast"]);
    expect(at(DOLLAR)).toEqual(["broadcast", "journey", "notice"]);
    expect(at(50 * DOLLAR)).toEqual(["broadcast", "journey", "notice"]);
  });

  it("stops before the mail that would go over it, not after", () => {
    expect(standingOf(budget, DOLLAR - MAIL + 1, MAIL)).toMatchObject({ standing: "stopped" });
  });

  it("warns from its share on", () => {
    expect(standingOf(budget, 0.8 * DOLLAR - 1, MAIL)).toEqual({ standing: "fine", stopped: [] });
    expect(standingOf(budget, 0.8 * DOLLAR, MAIL)).toEqual({ standing: "warning", stopped: [] });
    expect(standingOf({ ...budget, warnAtPercent: 100 }, 0.95 * DOLLAR, MAIL).standing).toBe("warning");
  });

  it("leaves less for mail of a lower priority, and nothing below zero", () => {
    expect(leftFor("broadcast", budget, 0.5 * DOLLAR)).toBeCloseTo(0.4 * DOLLAR);
    expect(leftFor("journey", budget, 0.5 * DOLLAR)).toBeCloseTo(0.5 * DOLLAR);
    expect(leftFor("journey", budget, 3 * DOLLAR)).toBe(0);
    expect(leftFor("asked-for", budget, 3 * DOLLAR)).toBeUndefined();
  });

  it("stops nothing while nobody has set one", () => {
    expect(standingOf(undefined, 1e15, MAIL)).toEqual({ standing: "none", stopped: [] });
    expect(leftFor("broadcast", undefined, 1e15)).toBeUndefined();
  });
});
