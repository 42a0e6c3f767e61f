import { describe, expect, it } from "vitest";
import { EarningRule } from "../../../../functions/points/rules/earning-rule.ts";
import { starterRules } from "../support/starter-rules.ts";

const [purchase] = starterRules as [EarningRule];

describe("an earning rule", () => {
  it("of the starter programme is valid", () => {
    for (const rule of starterRules) expect(EarningRule.safeParse(rule).success, rule.name).toBe(true);
  });

  it.each([
    ["no points", { earn: { points: 0 } }],
    ["negative points", { earn: { points: -5 } }],
    ["half points", { earn: { points: 1.5 } }],
    ["points as text", { earn: { points: "1e9" } }],
    ["a unit of nothing", { earn: { points: 1, perMinor: 0, currency: "EUR", rounding: "down" } }],
    ["a currency in small letters", { earn: { points: 1, perMinor: 100, currency: "eur", rounding: "down" } }],
    ["points by amount for a review", { on: "review.recorded" }],
    ["a wait longer than tier reviews look back", { pendingDays: 181 }],
    ["a custom event without a name", { on: "custom.recorded", earn: { points: 5 } }],
    ["a custom name on another event", { custom: "Referred" }],
    ["a friend where no friend is named", { to: "friend" }],
    ["once a product where no product is named", { once: "product" }],
    ["a misspelt field", { pendingDay: 14 }],
  ])("is refused with %s", (_, change) => {
    expect(EarningRule.safeParse({ ...purchase, ...change }).success).toBe(false);
  });

  it("says what to do when points by amount are asked of an event without an amount", () => {
    const { error } = EarningRule.safeParse({ ...purchase, on: "review.recorded" });
    expect(error?.issues[0]?.message).toContain("use a fixed number of points");
  });
});
