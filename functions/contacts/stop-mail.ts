import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { ReceiptFacts } from "./rules/receipt.ts";
import { consentWrites, readContact } from "./store.ts";

export type Stopped = { ok: true; already: boolean } | { ok: false; reason: "not-found" };

/** Stops all marketing mail to a contact at once; asking again changes nothing and is answered alike. */
export function stopMail(
  contactId: string,
  by: Pick<ReceiptFacts, "method" | "form" | "locale">,
  now: Instant,
): Promise<Stopped> {
  return tryAgain(`stopping the letters to ${contactId}`, async (): Promise<Stopped | typeof STALE> => {
    const contact = await readContact(contactId);
    if (!contact) return { ok: false, reason: "not-found" };
    if (contact.stoppedAt) return { ok: true, already: true };
    const change = { stoppedAt: now, consent: { marketing: false, at: now } };
    const done = await commit([
      ...consentWrites(contact, [{ ...by, at: now, act: "stopped" }], change),
      recordEvent(eventOf("contact.stopped", { contactId, at: now, cause: now }, {})),
    ]);
    return done.ok ? { ok: true, already: false } : STALE;
  });
}
