import type { Instant } from "../platform/clock.ts";
import type { ConsentProof } from "./rules/consent-proof.ts";
import { headOf } from "./rules/receipt-chain.ts";
import { readContact, readReceipts } from "./store.ts";

/** The proof file of one contact: every receipt up to now, in order, with the end that the contact's row names. */
export async function exportReceipts(contactId: string, now: Instant): Promise<ConsentProof | undefined> {
  const contact = await readContact(contactId);
  if (!contact) return undefined;
  const head = headOf(contact);
  // What was appended since the contact was read belongs to the next export.
  const chain = (await readReceipts(contactId)).filter(({ number }) => number <= head.receipts);
  const { email } = contact;
  return { proof: "tastemaker-consent", contactId, email, exportedAt: now, ...head, chain };
}
