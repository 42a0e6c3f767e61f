import type { Instant } from "./clock.ts";
import { exists, isNew } from "./conditions.ts";
import { derivedId } from "./ids.ts";
import type { Item, Key } from "./items.ts";
import type { RowKind } from "./row-kinds.ts";
import { DUE_WORK, dueWork } from "./work-rows.ts";
import type { Put, Update } from "./writes.ts";

/** What each kind of event tells; money in minor units, points whole. */
export interface EventData {
  "trial.confirmed": { offer: string; trialEndsAt: Instant; locale: string; referralCode?: string };
  "trial.used": Record<string, never>;
  "purchase.recorded": { orderId: string; totalMinor: number; currency: string; products: OrderedProduct[] };
  "purchase.refunded": {
    orderId: string;
    refundId: string;
    amountMinor: number;
    currency: string;
    products?: OrderedProduct[];
  };
  "review.recorded": { productId: string; reviewId: string; rating: number; body: string };
  "custom.recorded": { name: string; properties: Record<string, unknown> };
  "points.earned": { entryId: string; points: number; rule: string; pending: boolean; availableAt?: Instant };
  "points.released": { entryId: string; points: number };
  "points.reversed": { entryId: string; points: number };
  "reward.redeemed": RewardEvent & { state: "reserved" | "fulfilled" };
  "reward.fulfilled": RewardEvent;
  "reward.cancelled": RewardEvent & { reason: string };
  "friend.joined": { friendId: string; friendName?: string };
  "referral.qualified": { friendId: string; points: number };
  "referral.rewarded": { friendId: string; points: number };
  "referral.rejected": { friendId: string };
  "tier.changed": { from: string; to: string; direction: "up" | "down" };
  "tier.at-risk": { tier: string; until: Instant; missingPoints: number };
  "mail.submitted": MailEvent;
  "mail.delivered": MailEvent;
  "mail.bounced": MailEvent & { hard: boolean };
  "mail.complained": MailEvent;
  "mail.settled": MailEvent & { decision: "arrived" | "not-sent" | "once-more" };
  "contact.stopped": { reason?: string };
  "contact.suppressed": { reason: string };
  "contact.suppression-lifted": { reason: string; byHand?: boolean };
}

export interface OrderedProduct {
  productId: string;
  priceMinor: number;
  quantity: number;
}

export interface MailEvent {
  messageId: string;
  template: string;
}

export interface RewardEvent {
  redemptionId: string;
  reward: string;
  points: number;
}

export type EventType = keyof EventData;

/** Something that happened to one contact: the outbox row and the timeline row are this same row. */
export interface EventOf<T extends EventType> {
  id: string;
  type: T;
  at: Instant;
  contactId: string;
  data: EventData[T];
}

/** Any event, told apart by its type. */
export type Event = { [T in EventType]: EventOf<T> }[EventType];

/** Makes an event whose id follows from its cause, so that the same cause never tells it twice. */
export function eventOf<T extends EventType>(
  type: T,
  about: { contactId: string; at: Instant; cause: string },
  data: EventData[T],
): EventOf<T> {
  const id = derivedId("evt", type, about.contactId, about.cause);
  return { id, type, at: about.at, contactId: about.contactId, data };
}

/**
 * Writes an event into the contact's timeline and, in the same row, into the outbox. An event told long after it
 * happened (`at`) is due from when we hear of it (`heardAt`), or the sweep would look for it in an hour it has passed.
 */
export function recordEvent<T extends EventType>(event: EventOf<T>, heardAt: Instant = event.at): Put {
  return { put: eventRow(event, heardAt), onlyIf: isNew, refusal: "already-recorded" };
}

/** Takes a handled event out of the outbox; in the timeline it stays. */
export function eventHandledWrite(key: Key): Update {
  return { update: key, remove: DUE_WORK, onlyIf: exists, refusal: "not-found" };
}

/** Lets an event tell something else: only when somebody it names is erased. */
export function eventRetoldWrite<T extends EventType>(row: Key & EventOf<T>, data: EventData[T]): Update {
  return { update: { pk: row.pk, sk: row.sk }, set: { data }, onlyIf: exists, refusal: "not-found" };
}

/** The sort keys of a contact's events begin with this and go on with the instant. */
export const EVENT_PREFIX = "event#";

/** What of an event the books need once its person is erased; everything else in it goes. */
const BOOKED = new Set(
  [
    "offer trialEndsAt orderId refundId totalMinor amountMinor currency products productId reviewId rating name",
    "entryId points rule pending availableAt friendId from to direction tier until missingPoints",
    "messageId template hard reason byHand",
  ].flatMap((line) => line.split(" ")),
);

/** Everything that happened to a contact. */
export const eventRowKinds: RowKind[] = [
  {
    sk: EVENT_PREFIX,
    section: "events",
    erased: ({ data }) => ({ set: { data: bookedPart(data as object) } }),
  },
];

function bookedPart(data: object): object {
  return Object.fromEntries(Object.entries(data).filter(([name]) => BOOKED.has(name)));
}

function eventRow<T extends EventType>(event: EventOf<T>, dueAt: Instant): Item {
  const key = { pk: event.contactId, sk: `${EVENT_PREFIX}${event.at}#${event.id}` };
  return { ...key, ...event, ...dueWork("reactions", dueAt, event.id) };
}
