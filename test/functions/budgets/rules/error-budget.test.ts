import { describe, expect, it } from "vitest";
import { hoursThatCount, overrunOf, sumOf } from "../../../../functions/budgets/rules/error-budget.ts";
import { budgetedSource, sourceOf } from "../../../../functions/budgets/rules/source.ts";

const counted = (submitted: number, bounced: number, complained = 0) => ({ submitted, bounced, complained });

describe("an error budget", () => {
  it("bears 2 % of hard bounces, and holds what has more", () => {
    expect(overrunOf(counted(1000, 20))).toBeUndefined();
    expect(overrunOf(counted(1000, 21))).toBe("bounces");
  });

  it("bears 0.05 % of complaints, and holds what has more", () => {
    expect(overrunOf(counted(10_000, 0, 5))).toBeUndefined();
    expect(overrunOf(counted(10_000, 0, 6))).toBe("complaints");
  });

  it("holds nothing for a single complaint or a few dead addresses, however few mails there were", () => {
    expect(overrunOf(counted(10, 4, 1))).toBeUndefined();
    expect(overrunOf(counted(10, 5))).toBe("bounces");
    expect(overrunOf(counted(10, 0, 2))).toBe("complaints");
  });

  it("adds up hours in which only some things happened", () => {
    expect(sumOf([{ submitted: 3 }, { bounced: 1 }, {}])).toEqual(counted(3, 1));
  });

  it("counts the last three days, and nothing from before a person let it go on", () => {
    const now = "2026-11-28T08:30:00.000Z";
    expect(hoursThatCount(now, undefined)).toEqual(["2026-11-25T08", "2026-11-28T08"]);
    expect(hoursThatCount(now, "2026-11-27T10:59:00.000Z")).toEqual(["2026-11-27T11", "2026-11-28T08"]);
    expect(hoursThatCount(now, "2026-11-01T00:00:00.000Z")).toEqual(["2026-11-25T08", "2026-11-28T08"]);
  });
});

describe("the source of a mail", () => {
  it("is the step that sent it, or the event's mail", () => {
    const cause = { journey: "trial-follow-up", step: "offer" };
    expect(sourceOf({ cause, template: "limited-offer" })).toBe("trial-follow-up/offer");
    expect(sourceOf({ cause: {}, template: "points-earned" })).toBe("notice/points-earned");
  });

  it("is none for mail that people wait for: nothing holds it", () => {
    expect(budgetedSource({ kind: "transactional", cause: {}, template: "sign-in" })).toBeUndefined();
  });
});
