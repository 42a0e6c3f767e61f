import type { TierProgramme } from "../../../../functions/tiers/rules/tier.ts";

function tier(name: string, from: number, multiplierPercent: number) {
  return { name, title: { en: name, "zh-CN": name }, from, multiplierPercent, perks: { en: [], "zh-CN": [] } };
}

/** The ladder of the starter programme. */
export const starterTiers: TierProgramme = {
  policy: { windowDays: 365, graceDays: 30, warnDays: 30 },
  tiers: [tier("visitor", 0, 100), tier("reader", 200, 100), tier("speaker", 600, 110), tier("fluent", 1500, 125)],
};
