import { daysAfter, type Instant, secondsAfter } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { Contact } from "./rules/contact.ts";
import type { MayMail } from "./rules/may-mail.ts";
import { EVERY_LETTER, gapDays } from "./rules/preferences.ts";
import { turnWrite } from "./store.ts";

/** Takes the turn of somebody who chose a pace for one letter; of two at once one has to wait. Who chose none costs nothing. */
export async function takeTurn(contact: Contact, messageId: string, now: Instant): Promise<MayMail> {
  const days = gapDays(contact.preferences ?? EVERY_LETTER);
  if (days === 0) return { do: "go" };
  // A turn that was exactly so long ago is over.
  const freeBefore = secondsAfter(daysAfter(now, -days), 0.001);
  const taken = await commit([turnWrite({ contactId: contact.id, messageId, at: now }, freeBefore)]);
  if (taken.ok) return { do: "go" };
  const last = taken.existing?.at;
  return { do: "deferred", until: daysAfter(typeof last === "string" ? last : now, days) };
}
