import type { Instant } from "../platform/clock.ts";
import { readErasure } from "./erasure-store.ts";
import type { ConsentProof } from "./rules/consent-proof.ts";
import { headOf, linkOf } from "./rules/receipt-chain.ts";
import { readContact, readReceipts } from "./store.ts";

/** The proof file of one contact: every receipt up to now, in order, with the end that the contact's row names. */
export async function exportReceipts(contactId: string, now: Instant): Promise<ConsentProof | undefined> {
  const [contact, erasure] = await Promise.all([readContact(contactId), readErasure(contactId)]);
  const holder = contact ?? erasure;
  if (!holder) return undefined;
  const head = headOf(holder);
  // What was appended since the contact was read belongs to the next export.
  const chain = (await readReceipts(contactId)).filter(({ number }) => number <= head.receipts);
  const about = { proof: "tastemaker-consent", contactId, exportedAt: now, ...head } as const;
  if (contact) return { ...about, email: contact.email, chain };
  return { ...about, email: "", erasedAt: erasure?.erasedAt, chain: chain.map(linkOf) };
}
