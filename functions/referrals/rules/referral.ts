import type { Instant } from "../../platform/clock.ts";

/** pending until the friend buys, qualified while the hold lasts, then rewarded, or rejected by a refund. */
export type ReferralState = "pending" | "qualified" | "rewarded" | "rejected";

/** The order by which a friend qualified. */
export interface QualifyingOrder {
  orderId: string;
  totalMinor: number;
  at: Instant;
}

/** Money given back for an order of the friend. */
export interface FriendRefund {
  orderId: string;
  refundId: string;
  amountMinor: number;
  at: Instant;
}

/** One friend brought by one advocate. */
export interface Referral {
  friendId: string;
  advocateId: string;
  code: string;
  state: ReferralState;
  /** When the friend followed the link, and when the friend's address was proven. */
  touchedAt: Instant;
  attributedAt: Instant;
  order?: QualifyingOrder;
  holdEndsAt?: Instant;
  /** What the advocate earns by it, pinned when it qualified. */
  points?: number;
  rewardedAt?: Instant;
  rejectedAt?: Instant;
  /** Refunds of the friend's orders: one that overtakes its order is found here by it. */
  refunds: FriendRefund[];
  /** Counts the changes, so that two at once do not overwrite each other. */
  revision: number;
}
