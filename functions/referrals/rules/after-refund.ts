import { withRefundsCounted } from "./after-purchase.ts";
import type { FriendRefund, Referral } from "./referral.ts";
import type { ReferralProgramme } from "./referral-programme.ts";

export type AfterRefund =
  | { ok: true; repeated: true }
  | { ok: true; repeated: false; referral: Referral }
  | { ok: false; reason: "other-order" | "hold-over" | "already-rejected" };

/**
 * What a refund makes of the referral. It counts when the money went back within the hold, even when the news of it
 * comes after the rewards were released: the order of deliveries decides nothing.
 */
export function afterRefund(referral: Referral, refund: FriendRefund, programme: ReferralProgramme): AfterRefund {
  if (referral.refunds.some(({ refundId, orderId }) => refundId === refund.refundId && orderId === refund.orderId))
    return { ok: true, repeated: true };
  if (referral.state === "rejected") return { ok: false, reason: "already-rejected" };
  if (referral.order && referral.order.orderId !== refund.orderId) return { ok: false, reason: "other-order" };
  if (referral.holdEndsAt && refund.at >= referral.holdEndsAt) return { ok: false, reason: "hold-over" };
  const known = { ...referral, refunds: [...referral.refunds, refund] };
  return { ok: true, repeated: false, referral: withRefundsCounted(known, programme) };
}
