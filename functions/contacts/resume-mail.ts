import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { ReceiptFacts } from "./rules/receipt.ts";
import { consentWrites, readContact } from "./store.ts";

/** Lets marketing mail reach a confirmed contact again who asks for it on the preference page. */
export function resumeMail(
  contactId: string,
  shown: Pick<ReceiptFacts, "form" | "locale" | "text" | "textHash">,
  now: Instant,
): Promise<{ ok: boolean }> {
  return tryAgain(`resuming the letters to ${contactId}`, async () => {
    const contact = await readContact(contactId);
    if (!contact?.confirmedAt) return { ok: false };
    if (contact.consent.marketing && !contact.stoppedAt) return { ok: true };
    const facts: ReceiptFacts = { ...shown, at: now, act: "given", method: "preferences" };
    const consent = { marketing: true, at: now };
    const done = await commit(consentWrites(contact, [facts], { consent }, ["stoppedAt", "stopReason"]));
    return done.ok ? { ok: true } : STALE;
  });
}
