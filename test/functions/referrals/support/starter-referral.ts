import type { EarningRule } from "../../../../functions/points/rules/earning-rule.ts";
import type { ReferralProgramme } from "../../../../functions/referrals/rules/referral-programme.ts";

/** The referral programme of the starter. */
export const starterReferral: ReferralProgramme = { windowDays: 30, minimumMinor: 2000, currency: "EUR" };

/** What it earns: 300 points to the advocate, 100 to the friend, both after fourteen days. */
export const referralRules: EarningRule[] = [
  {
    name: "friend-bought",
    version: 1,
    title: { en: "A friend enrolled", "zh-CN": "朋友报名" },
    on: "referral.qualified",
    to: "member",
    earn: { points: 300 },
    pendingDays: 14,
  },
  {
    name: "welcome-by-a-friend",
    version: 1,
    title: { en: "Welcome through a friend", "zh-CN": "朋友介绍的见面礼" },
    on: "referral.qualified",
    to: "friend",
    earn: { points: 100 },
    pendingDays: 14,
  },
];
