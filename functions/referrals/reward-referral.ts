import type { Instant } from "../platform/clock.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import { changeReferral } from "./change-referral.ts";
import type { ReferralState } from "./rules/referral.ts";
import { readReferral } from "./store.ts";

export type RewardedReferral =
  | { ok: true; state: ReferralState }
  | { ok: false; reason: "not-referred" | "still-on-hold" };

/** Ends the hold of a qualified referral; the points of both are released by their own lots at the same instant. */
export function rewardReferral(friendId: string, now: Instant): Promise<RewardedReferral> {
  return tryAgain(`referral of ${friendId}`, async () => {
    const referral = await readReferral(friendId);
    if (!referral) return { ok: false, reason: "not-referred" };
    if (referral.state !== "qualified") return { ok: true, state: referral.state };
    if (!referral.holdEndsAt || now < referral.holdEndsAt) return { ok: false, reason: "still-on-hold" };
    const changed = await changeReferral(referral, { ...referral, state: "rewarded", rewardedAt: now }, now);
    return changed === STALE ? STALE : { ok: true, state: changed.state };
  });
}
