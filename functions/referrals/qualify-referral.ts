import type { Instant } from "../platform/clock.ts";
import type { EventOf } from "../platform/events.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { EarningRule } from "../points/rules/earning-rule.ts";
import { changeReferral } from "./change-referral.ts";
import { type AfterPurchase, afterPurchase } from "./rules/after-purchase.ts";
import type { ReferralState } from "./rules/referral.ts";
import type { ReferralProgramme } from "./rules/referral-programme.ts";
import { referralReward } from "./rules/referral-reward.ts";
import { readReferral } from "./store.ts";

export type Qualified =
  | { ok: true; state: ReferralState; repeated: boolean }
  | { ok: false; reason: "not-referred" | (AfterPurchase & { ok: false })["reason"] };

/** Lets a friend's first large enough order qualify the referral that brought the friend. */
export function qualifyReferral(
  event: EventOf<"purchase.recorded">,
  { programme, rules }: { programme: ReferralProgramme; rules: EarningRule[] },
  now: Instant,
): Promise<Qualified> {
  const { orderId, totalMinor, currency } = event.data;
  return tryAgain(`referral of ${event.contactId}`, async () => {
    const referral = await readReferral(event.contactId);
    if (!referral) return { ok: false, reason: "not-referred" };
    const after = afterPurchase(
      referral,
      { orderId, totalMinor, currency, at: event.at },
      programme,
      referralReward(rules, event.at),
    );
    if (!after.ok) return after;
    if (after.repeated) return { ok: true, state: referral.state, repeated: true };
    const changed = await changeReferral(referral, after.referral, now);
    return changed === STALE ? STALE : { ok: true, state: changed.state, repeated: false };
  });
}
