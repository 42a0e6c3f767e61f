import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { type ConsentReceipt, consentReceiptWrite, contactUpdate, readContact } from "./store.ts";

/** Stops all marketing mail to a contact at once; asking again changes nothing and is answered alike. */
export async function stopMail(
  contactId: string,
  method: ConsentReceipt["method"],
  now: Instant,
): Promise<{ ok: true; already: boolean } | { ok: false; reason: "not-found" }> {
  const contact = await readContact(contactId);
  if (!contact) return { ok: false, reason: "not-found" };
  if (contact.stoppedAt) return { ok: true, already: true };
  const done = await commit([
    contactUpdate(contactId, { stoppedAt: now, consent: { marketing: false, at: now } }),
    consentReceiptWrite(contactId, { at: now, act: "stopped", method }),
    recordEvent(eventOf("contact.stopped", { contactId, at: now, cause: now }, {})),
  ]);
  return done.ok ? { ok: true, already: false } : { ok: false, reason: "not-found" };
}
