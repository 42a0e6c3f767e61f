import type { Priority } from "../../costs/rules/monthly-budget.ts";
import type { PacedQueue } from "../../platform/work-rows.ts";

/** In what the lanes differ; everything else they have in common. */
export interface LanePolicy {
  /** How often a message may be handed over when its answer is lost; later ones carry the same link as the first. */
  mostAttempts: number;
  /** A sender that has not claimed for so long is taken for dead. */
  leaseSeconds: number;
  /** How much of every second's quota the lane may use. */
  rateShare: number;
  /** How much of every day's quota the lane leaves to others. */
  dailyReserve: number;
  /** As what the month's budget pays for it; without, it goes out however much was spent. */
  paidAs?: Priority;
}

/** Mail that people wait for, and mail that they agreed to. */
export const LANE_POLICIES: Record<PacedQueue, LanePolicy> = {
  // As long as a call may be under way, no longer: confirmations wait for this lease when a sender dies. A sender that
  // is only slow loses the lane by it, which its fence makes harmless.
  transactional: { mostAttempts: 2, leaseSeconds: 15, rateShare: 1, dailyReserve: 0 },
  // Never sent blind. Long enough to read and prepare hundreds of letters between two claims on a bad day. What it
  // leaves of the quota is for mail that people wait for: a sign-in link goes out on the busiest day.
  marketing: { mostAttempts: 1, leaseSeconds: 60, rateShare: 0.98, dailyReserve: 0.1, paidAs: "journey" },
};
