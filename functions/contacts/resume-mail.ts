import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { consentReceiptWrite, contactUpdate, readContact } from "./store.ts";

/** Lets marketing mail reach a confirmed contact again who asks for it on the preference page. */
export async function resumeMail(contactId: string, now: Instant): Promise<{ ok: boolean }> {
  const contact = await readContact(contactId);
  if (!contact?.confirmedAt) return { ok: false };
  if (contact.consent.marketing && !contact.stoppedAt) return { ok: true };
  return commit([
    contactUpdate(contactId, { consent: { marketing: true, at: now } }, ["stoppedAt", "stopReason"]),
    consentReceiptWrite(contactId, { at: now, act: "given", method: "preferences" }),
  ]);
}
