import { describe, expect, it } from "vitest";
import type { EarningRule } from "../../../../functions/points/rules/earning-rule.ts";
import { earningsFor } from "../../../../functions/points/rules/earnings-for.ts";
import { happened, purchase } from "../support/events.ts";
import { starterRules } from "../support/starter-rules.ts";

const plain = { multiplierPercent: 100, zone: "Europe/Berlin" };
const [purchaseRule, reviewRule] = starterRules as [EarningRule, EarningRule];

describe("what an event earns", () => {
  it("names the rule, its version, the points and when they can be spent", () => {
    expect(earningsFor(purchase("o-1", 4999), starterRules, plain)).toEqual([
      {
        ok: true,
        rule: "purchase",
        version: 1,
        contactId: "con_ana",
        occasion: "order:o-1",
        points: 49,
        rate: { points: 1, perMinor: 100, rounding: "down", multiplierPercent: 100 },
        availableAt: "2026-03-16T10:00:00.000Z",
      },
    ]);
  });

  it("lets a tier multiply purchases, not reviews", () => {
    const context = { ...plain, multiplierPercent: 125 };
    const review = happened("review.recorded", { productId: "book", reviewId: "r-1", rating: 5, body: "" });
    expect(earningsFor(purchase("o-1", 10_000), starterRules, context)).toMatchObject([{ ok: true, points: 125 }]);
    expect(earningsFor(review, starterRules, context)).toMatchObject([{ ok: true, points: 50 }]);
  });

  it.each([
    [0, "too-little"],
    [99, "too-little"],
    [-1, "bad-amount"],
    [1.5, "bad-amount"],
    [2 ** 53, "bad-amount"],
    [100_000_000_100, "too-many-points"],
  ])("grants nothing for an order of %d cents and says why: %s", (totalMinor, reason) => {
    expect(earningsFor(purchase("o-1", totalMinor), starterRules, plain)).toEqual([
      { ok: false, rule: "purchase", version: 1, reason },
    ]);
  });

  it("says so when an order is in another currency", () => {
    const dollars = happened("purchase.recorded", { orderId: "o-1", totalMinor: 5000, currency: "USD", products: [] });
    expect(earningsFor(dollars, starterRules, plain)).toMatchObject([{ ok: false, reason: "other-currency" }]);
  });

  it("counts a review once per product, and a calendar day in the programme's zone", () => {
    const review = (at: string) =>
      happened("review.recorded", { productId: "book", reviewId: at, rating: 4, body: "" }, { at });
    const [lateEvening] = earningsFor(review("2026-03-02T22:59:59.999Z"), starterRules, plain);
    const [midnight] = earningsFor(review("2026-03-02T23:00:00.000Z"), starterRules, plain);
    expect(lateEvening).toMatchObject({ occasion: "product:book", limit: { day: "2026-03-02", most: 3 } });
    expect(midnight).toMatchObject({ occasion: "product:book", limit: { day: "2026-03-03", most: 3 } });
  });

  it("lets the first lesson count once per member, however many trials are used", () => {
    const first = happened("trial.used", {}, { cause: "one" });
    const second = happened("trial.used", {}, { cause: "two" });
    const occasions = [first, second].flatMap((event) => earningsFor(event, starterRules, plain));
    expect(occasions).toMatchObject([{ occasion: "rule:trial-used" }, { occasion: "rule:trial-used" }]);
  });

  it("uses the version that was valid when the event happened, however late it is processed", () => {
    const changedAt = "2026-03-05T00:00:00.000Z";
    const doubled: EarningRule = {
      ...purchaseRule,
      version: 2,
      earn: { points: 2, perMinor: 100, currency: "EUR", rounding: "down" },
      validFrom: changedAt,
    };
    const rules = [{ ...purchaseRule, validUntil: changedAt }, doubled];
    const before = purchase("o-1", 1000, { at: "2026-03-04T23:59:59.999Z" });
    const after = purchase("o-2", 1000, { at: changedAt });
    expect(earningsFor(before, rules, plain)).toMatchObject([{ version: 1, points: 10 }]);
    expect(earningsFor(after, rules, plain)).toMatchObject([{ version: 2, points: 20 }]);
  });

  it("takes the newest of several valid versions only", () => {
    const outcomes = earningsFor(purchase("o-1", 1000), [{ ...purchaseRule, version: 3 }, purchaseRule], plain);
    expect(outcomes.map(({ version }) => version)).toEqual([3]);
  });

  it("grants to the advocate and to the friend of one referral", () => {
    const both: EarningRule[] = [
      { ...reviewRule, name: "advocate", on: "referral.qualified", once: undefined, perDay: undefined },
      { ...reviewRule, name: "friend", on: "referral.qualified", to: "friend", once: undefined, perDay: undefined },
    ];
    const event = happened("referral.qualified", { friendId: "con_bo", points: 300 });
    expect(earningsFor(event, both, plain)).toMatchObject([
      { contactId: "con_ana", occasion: "referral:con_bo" },
      { contactId: "con_bo", occasion: "referral:con_bo" },
    ]);
  });

  it("hears only the custom event that a rule names", () => {
    const rule: EarningRule = {
      ...reviewRule,
      name: "quiz",
      on: "custom.recorded",
      custom: "Quiz Passed",
      once: undefined,
    };
    const passed = happened("custom.recorded", { name: "Quiz Passed", properties: {} });
    const failed = happened("custom.recorded", { name: "Quiz Failed", properties: {} });
    expect(earningsFor(passed, [rule], plain)).toHaveLength(1);
    expect(earningsFor(failed, [rule], plain)).toEqual([]);
  });

  it("lets points lapse so many days after they could be spent, leap day included", () => {
    const rule: EarningRule = { ...purchaseRule, pendingDays: 1, expiresAfterDays: 1 };
    const [outcome] = earningsFor(purchase("o-1", 1000, { at: "2028-02-27T12:00:00.000Z" }), [rule], plain);
    expect(outcome).toMatchObject({
      availableAt: "2028-02-28T12:00:00.000Z",
      expiresAt: "2028-02-29T12:00:00.000Z",
    });
  });
});
