import type { Instant } from "../platform/clock.ts";
import type { EventOf } from "../platform/events.ts";
import { readEarningRules, readReferralProgramme } from "../programme/store.ts";
import { qualifyReferral } from "../referrals/qualify-referral.ts";
import { rejectReferral } from "../referrals/reject-referral.ts";

/** Lets a purchase qualify the referral that brought its buyer, if there is one. */
export async function qualifyByPurchase(event: EventOf<"purchase.recorded">, now: Instant): Promise<void> {
  const [programme, rules] = await Promise.all([readReferralProgramme(), readEarningRules()]);
  await qualifyReferral(event, { programme, rules }, now);
}

/** Lets a refund reject the referral that its order had qualified. */
export async function rejectByRefund(event: EventOf<"purchase.refunded">, now: Instant): Promise<void> {
  await rejectReferral(event, await readReferralProgramme(), now);
}
