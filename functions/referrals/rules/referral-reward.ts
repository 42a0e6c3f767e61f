import type { Instant } from "../../platform/clock.ts";
import type { EarningRule } from "../../points/rules/earning-rule.ts";
import { newestValid } from "../../points/rules/newest-valid.ts";

/** What an advocate earns by a friend who bought at `at`, and how long a refund can still take it back. */
export interface ReferralReward {
  points: number;
  holdDays: number;
}

/** The reward by the earning rules on `referral.qualified`; the hold lasts as long as the longest wait among them. */
export function referralReward(rules: EarningRule[], at: Instant): ReferralReward {
  const own = newestValid(
    rules.filter((rule) => rule.on === "referral.qualified"),
    at,
  );
  const advocates = own.filter(({ to }) => to !== "friend");
  return {
    points: advocates.reduce((sum, { earn }) => sum + earn.points, 0),
    holdDays: own.reduce((longest, { pendingDays }) => Math.max(longest, pendingDays), 0),
  };
}
