import { readContact } from "../contacts/store.ts";
import type { Instant } from "../platform/clock.ts";
import type { EventOf } from "../platform/events.ts";
import { readReferralProgramme } from "../programme/store.ts";
import { attributeFriend } from "../referrals/attribute-friend.ts";
import { joinProgramme } from "../referrals/join-programme.ts";

/** Makes who confirmed a trial a member with a link, and counts the person for the advocate whose link was followed. */
export async function joinWithFriend(event: EventOf<"trial.confirmed">, now: Instant): Promise<void> {
  const { contactId, at, data } = event;
  await joinProgramme(contactId, now);
  const contact = await readContact(contactId);
  const code = data.referralCode;
  if (!code || !contact) return;
  const touches = [{ code, at: contact.lastTouch?.at ?? at }];
  await attributeFriend({ friendId: contactId, touches, at }, await readReferralProgramme(), now);
}
