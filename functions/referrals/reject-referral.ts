import type { Instant } from "../platform/clock.ts";
import type { EventOf } from "../platform/events.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import { changeReferral } from "./change-referral.ts";
import { type AfterRefund, afterRefund } from "./rules/after-refund.ts";
import type { ReferralState } from "./rules/referral.ts";
import type { ReferralProgramme } from "./rules/referral-programme.ts";
import { readReferral } from "./store.ts";

export type Rejected =
  | { ok: true; state: ReferralState; repeated: boolean }
  | { ok: false; reason: "not-referred" | (AfterRefund & { ok: false })["reason"] };

/** Counts a refund of the friend's: within the hold it rejects the referral when too little of the order is left. */
export function rejectReferral(
  event: EventOf<"purchase.refunded">,
  programme: ReferralProgramme,
  now: Instant,
): Promise<Rejected> {
  const { orderId, refundId, amountMinor } = event.data;
  return tryAgain(`referral of ${event.contactId}`, async () => {
    const referral = await readReferral(event.contactId);
    if (!referral) return { ok: false, reason: "not-referred" };
    const after = afterRefund(referral, { orderId, refundId, amountMinor, at: event.at }, programme);
    if (!after.ok) return after;
    if (after.repeated) return { ok: true, state: referral.state, repeated: true };
    const changed = await changeReferral(referral, after.referral, now);
    return changed === STALE ? STALE : { ok: true, state: changed.state, repeated: false };
  });
}
