import { daysAfter } from "../../platform/clock.ts";
import type { FriendRefund, QualifyingOrder, Referral } from "./referral.ts";
import type { ReferralProgramme } from "./referral-programme.ts";
import type { ReferralReward } from "./referral-reward.ts";

/** An order of the friend. */
export interface FriendOrder extends QualifyingOrder {
  currency: string;
}

export type AfterPurchase =
  | { ok: true; repeated: true }
  | { ok: true; repeated: false; referral: Referral }
  | { ok: false; reason: "already-decided" | "bought-before" | "other-currency" | "below-minimum" };

/** What an order of the friend makes of the referral: the first one large enough decides it. */
export function afterPurchase(
  referral: Referral,
  order: FriendOrder,
  programme: ReferralProgramme,
  { points, holdDays }: ReferralReward,
): AfterPurchase {
  if (referral.order?.orderId === order.orderId) return { ok: true, repeated: true };
  if (referral.state !== "pending") return { ok: false, reason: "already-decided" };
  if (order.at < referral.touchedAt) return { ok: false, reason: "bought-before" };
  if (order.currency !== programme.currency) return { ok: false, reason: "other-currency" };
  if (!(order.totalMinor >= programme.minimumMinor)) return { ok: false, reason: "below-minimum" };
  const { orderId, totalMinor, at } = order;
  const holdEndsAt = daysAfter(at, holdDays);
  const decided = { ...referral, order: { orderId, totalMinor, at }, holdEndsAt, points };
  // The refund may have overtaken its order: the outcome is the same as if it had come after it.
  return { ok: true, repeated: false, referral: withRefundsCounted({ ...decided, state: "qualified" }, programme) };
}

/** The referral, rejected when refunds within the hold left less of the order than qualifies. */
export function withRefundsCounted(referral: Referral, { minimumMinor }: ReferralProgramme): Referral {
  const { order, holdEndsAt = "" } = referral;
  if (!order) return referral;
  const counted = (each: FriendRefund) => each.orderId === order.orderId && each.at < holdEndsAt;
  const refunds = referral.refunds.filter(counted).sort((a, b) => (a.at < b.at ? -1 : 1));
  const kept = order.totalMinor - refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  if (refunds.length === 0 || kept >= Math.max(1, minimumMinor)) return referral;
  return { ...referral, state: "rejected", rejectedAt: refunds.at(-1)?.at ?? order.at };
}
