import type { EarningRule } from "../../../../functions/points/rules/earning-rule.ts";

/** The earning rules of the starter programme. */
export const starterRules: EarningRule[] = [
  {
    name: "purchase",
    version: 1,
    title: { en: "Purchase", "zh-CN": "购物" },
    on: "purchase.recorded",
    earn: { points: 1, perMinor: 100, currency: "EUR", rounding: "down" },
    tierMultiplier: true,
    pendingDays: 14,
  },
  {
    name: "review",
    version: 1,
    title: { en: "Review", "zh-CN": "评价" },
    on: "review.recorded",
    earn: { points: 50 },
    once: "product",
    perDay: 3,
    pendingDays: 0,
  },
  {
    name: "trial-used",
    version: 1,
    title: { en: "First lesson", "zh-CN": "第一节课" },
    on: "trial.used",
    earn: { points: 20 },
    once: "member",
    pendingDays: 0,
  },
];
