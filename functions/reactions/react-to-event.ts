import { advanceOnEvent } from "../journeys/advance-enrollment.ts";
import { enrollContact } from "../journeys/enroll-contact.ts";
import { takePlaceForPurchase } from "../offers/take-place-for-purchase.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { type Event, type EventOf, type EventType, eventHandledWrite } from "../platform/events.ts";
import type { Key } from "../platform/items.ts";
import { reverseOrder } from "../points/reverse-order.ts";
import { reverseReferral } from "../points/reverse-referral.ts";
import { scheduleReview } from "../tiers/schedule-review.ts";
import { earnForEvent } from "./earn-for-event.ts";
import { joinWithFriend } from "./join-with-friend.ts";
import { notifyContact } from "./notify-contact.ts";
import { qualifyByPurchase, rejectByRefund } from "./referral-by-order.ts";
import { readPendingEvent } from "./store.ts";

type Reactions = { [T in EventType]?: ((event: EventOf<T>, now: Instant) => Promise<unknown>)[] };

/**
 * What follows from what, beside the journeys, which look at every event. Each reaction may be repeated: an event is
 * told again until all of them have succeeded.
 */
const REACTIONS: Reactions = {
  "trial.confirmed": [joinWithFriend],
  "trial.used": [earnForEvent],
  "purchase.recorded": [takePlaceForPurchase, earnForEvent, qualifyByPurchase, notifyContact],
  "purchase.refunded": [reverseOrder, rejectByRefund],
  "review.recorded": [earnForEvent],
  "custom.recorded": [earnForEvent],
  "points.earned": [notifyContact, reviewTierOfEarned],
  "points.released": [notifyContact, reviewTierSoon],
  "points.reversed": [reviewTierSoon],
  "friend.joined": [notifyContact],
  "referral.qualified": [earnForEvent],
  "referral.rejected": [reverseReferral],
  "tier.changed": [notifyContact],
  "tier.at-risk": [notifyContact],
};

/** Lets everything follow that follows from an event, and only then takes it out of the outbox. */
export async function reactToEvent(row: Key, now: Instant): Promise<void> {
  const event = await readPendingEvent(row);
  if (!event) return;
  for (const react of reactionsTo(event)) await react(event, now);
  await advanceOnEvent(event, now);
  await enrollContact(event);
  await commit([eventHandledWrite(row)]);
}

function reactionsTo(event: Event): ((event: Event, now: Instant) => Promise<unknown>)[] {
  return (REACTIONS[event.type] ?? []) as ((event: Event, now: Instant) => Promise<unknown>)[];
}

/** Points that still wait do not count towards a tier yet. */
async function reviewTierOfEarned({ contactId, data }: EventOf<"points.earned">, now: Instant): Promise<void> {
  if (!data.pending) await scheduleReview(contactId, now);
}

function reviewTierSoon({ contactId }: { contactId: string }, now: Instant): Promise<unknown> {
  return scheduleReview(contactId, now);
}
