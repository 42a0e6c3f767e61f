import { describe, expect, test } from "vitest";
import { datedReward } from "../../../../functions/rewards/rules/dated-reward.ts";
import type { Reward } from "../../../../functions/rewards/rules/reward.ts";
import { type RewardFacts, rewardStanding } from "../../../../functions/rewards/rules/reward-standing.ts";

const words = { en: "Workbook", "zh-CN": "练习册" };
const reward: Reward = { name: "workbook", version: 1, kind: "goods", title: words, summary: words, points: 300 };
const tier = (name: string, from: number) => ({
  name,
  title: words,
  from,
  multiplierPercent: 100,
  perks: { en: [], "zh-CN": [] },
});
const facts: RewardFacts = {
  taken: 0,
  mine: 0,
  available: 300,
  tier: "visitor",
  tiers: [tier("visitor", 0), tier("reader", 200), tier("speaker", 600)],
  now: "2026-11-28T12:00:00.000Z",
};

const standing = (change: Partial<Reward>, seen: Partial<RewardFacts> = {}) =>
  rewardStanding(datedReward({ ...reward, ...change }), { ...facts, ...seen });

describe("a reward", () => {
  test("can be had by who has the points for it, to the last of them", () => {
    expect(standing({})).toEqual({ state: "ready" });
    expect(standing({}, { available: 299 })).toEqual({ state: "insufficient-points", missing: 1 });
  });

  test("says how many are left, and that none is", () => {
    expect(standing({ stock: 3 }, { taken: 2 })).toEqual({ state: "ready", left: 1 });
    expect(standing({ stock: 3 }, { taken: 3 })).toEqual({ state: "sold-out" });
    expect(standing({ stock: 0 })).toEqual({ state: "sold-out" });
  });

  test("can be had as often as one member may", () => {
    expect(standing({ perMember: 2 }, { mine: 1 })).toEqual({ state: "ready" });
    expect(standing({ perMember: 2 }, { mine: 2 })).toEqual({ state: "had-already" });
  });

  test("is for a tier and those above it", () => {
    expect(standing({ fromTier: "reader" })).toMatchObject({ state: "tier-too-low", tier: { name: "reader" } });
    expect(standing({ fromTier: "reader" }, { tier: "reader" })).toEqual({ state: "ready" });
    expect(standing({ fromTier: "reader" }, { tier: "speaker" })).toEqual({ state: "ready" });
  });

  test("opens with its first day in its zone and ends with its last", () => {
    const days = { opensOn: "2026-12-01", closesOn: "2026-12-24", zone: "Asia/Shanghai" };
    expect(standing(days)).toEqual({ state: "not-yet", opensAt: "2026-11-30T16:00:00.000Z" });
    expect(standing(days, { now: "2026-11-30T16:00:00.000Z" })).toEqual({ state: "ready" });
    expect(standing(days, { now: "2026-12-24T15:59:59.999Z" })).toEqual({ state: "ready" });
    expect(standing(days, { now: "2026-12-24T16:00:00.000Z" })).toEqual({ state: "ended" });
  });

  test("names first what no effort of the member's could change", () => {
    const poor = { available: 0, mine: 1, taken: 5 };
    expect(standing({ stock: 5, perMember: 1, fromTier: "reader" }, poor)).toEqual({ state: "sold-out" });
    expect(standing({ perMember: 1, fromTier: "reader" }, poor)).toEqual({ state: "had-already" });
    expect(standing({ fromTier: "reader" }, poor)).toMatchObject({ state: "tier-too-low" });
  });
});
