import type { CheckedProof } from "../functions/contacts/rules/consent-proof.ts";
import type { BrokenLink } from "../functions/contacts/rules/receipt-chain.ts";

const FAULTS: Record<BrokenLink["fault"], string> = {
  missing: "is missing",
  changed: "does not say what it said when it was written",
  unlinked: "does not follow from the receipt before it",
  "of-somebody-else": "is about somebody else",
  "not-the-end": "is not the end that the file names",
};

/** What a check of a proof file found, in words; a broken chain is told with the receipt at which it breaks. */
export function sayProof(checked: CheckedProof): string {
  if (checked.ok) {
    const { contactId, email, erasedAt, receipts, lastReceipt } = checked.proof;
    if (erasedAt)
      return `Erased on ${erasedAt}: what ${contactId} agreed to is gone. The links of its ${receipts} receipts hold, the last with the hash ${lastReceipt}.`;
    return `The chain of ${email} holds: ${receipts} receipts, the last with the hash ${lastReceipt}.`;
  }
  if (checked.reason === "not-a-proof") return "This is not a consent proof file, or a part of it has another form.";
  const { number, fault } = checked.broken;
  return `The chain is broken at receipt ${number}: it ${FAULTS[fault]}.`;
}
