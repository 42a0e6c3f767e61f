import { mailboxWasErased } from "../contacts/erasure-store.ts";
import type { Contact } from "../contacts/rules/contact.ts";
import { mailboxOf } from "../contacts/rules/mailbox-of.ts";
import { readContact } from "../contacts/store.ts";
import { addressHash } from "../platform/address-hash.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { findAdvocate } from "./find-advocate.ts";
import type { Referral } from "./rules/referral.ts";
import type { ReferralProgramme } from "./rules/referral-programme.ts";
import { type AttributionRefusal, refusalToAttribute } from "./rules/refusal-to-attribute.ts";
import { type ReferralTouch, winningTouch } from "./rules/winning-touch.ts";
import { newReferralWrites, readReferral } from "./store.ts";

export type Attributed =
  | { ok: true; advocateId: string; repeated: boolean }
  | { ok: false; reason: AttributionRefusal | "no-link" | "unknown-code" | "unknown-contact" | "already-attributed" };

/** Counts a friend whose address was just proven for the advocate whose link was followed last. */
export async function attributeFriend(
  { friendId, touches, at }: { friendId: string; touches: ReferralTouch[]; at: Instant },
  programme: ReferralProgramme,
  now: Instant,
): Promise<Attributed> {
  const touch = winningTouch(touches, at, programme.windowDays);
  if (!touch) return { ok: false, reason: "no-link" };
  const advocate = await findAdvocate(touch.code);
  if (!advocate) return { ok: false, reason: "unknown-code" };
  const known = await readReferral(friendId);
  if (known) return attributedBefore(known.advocateId, advocate.contactId);
  return attribute({ friendId, advocateId: advocate.contactId, touch: { ...touch, code: advocate.code }, at }, now);
}

interface Attribution {
  friendId: string;
  advocateId: string;
  touch: ReferralTouch;
  at: Instant;
}

function attributedBefore(knownId: string, advocateId: string): Attributed {
  return knownId === advocateId
    ? { ok: true, advocateId, repeated: true }
    : { ok: false, reason: "already-attributed" };
}

async function attribute({ friendId, advocateId, touch, at }: Attribution, now: Instant): Promise<Attributed> {
  const [friend, advocate, broughtBy] = await Promise.all([
    readContact(friendId),
    readContact(advocateId),
    readReferral(advocateId),
  ]);
  if (!friend || !advocate) return { ok: false, reason: "unknown-contact" };
  const refusal = refusalToAttribute(friend, advocate, touch, broughtBy?.advocateId);
  // A friend who was erased and comes back is nobody new: the advocate is not thanked twice.
  const isBack = await mailboxWasErased((await addressHash())(mailboxOf(friend.email)));
  if (isBack) return { ok: false, reason: "already-known" };
  if (refusal) return { ok: false, reason: refusal };
  const friendName = firstName(friend);
  const outcome = await commit([
    ...newReferralWrites(newReferral({ friendId, advocateId, touch, at }), friendName),
    recordEvent(
      eventOf(
        "friend.joined",
        { contactId: advocateId, at: now, cause: friendId },
        { friendId, ...(friendName ? { friendName } : {}) },
      ),
    ),
  ]);
  if (outcome.ok) return { ok: true, advocateId, repeated: false };
  const standing = await readReferral(friendId);
  return attributedBefore(standing?.advocateId ?? "", advocateId);
}

function newReferral({ friendId, advocateId, touch, at }: Attribution): Referral {
  const people = { friendId, advocateId, code: touch.code };
  return { ...people, state: "pending", touchedAt: touch.at, attributedAt: at, refunds: [], revision: 1 };
}

/** An advocate is shown the first name only. */
function firstName({ name }: Contact): string | undefined {
  return name?.trim().split(/\s+/)[0] || undefined;
}
