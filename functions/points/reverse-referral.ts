import type { Instant } from "../platform/clock.ts";
import type { EventOf } from "../platform/events.ts";
import { referralOccasion } from "./rules/earnings-for.ts";
import { type Settled, settleRefund } from "./settle-refund.ts";

/** Takes back what a rejected referral earned, from the advocate and from the friend. */
export async function reverseReferral(event: EventOf<"referral.rejected">, now: Instant): Promise<Settled> {
  const { friendId } = event.data;
  const refund = { id: event.id, cause: event.id, at: event.at };
  let points = 0;
  let waiting = false;
  for (const contactId of [event.contactId, friendId]) {
    const outcome = await settleRefund({ contactId, occasion: referralOccasion(friendId), refund }, now);
    if (!outcome.ok) return outcome;
    points += outcome.points;
    waiting ||= outcome.waiting;
  }
  return { ok: true, points, waiting };
}
