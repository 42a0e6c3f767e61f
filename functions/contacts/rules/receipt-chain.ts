import { createHash } from "node:crypto";
import type { Receipt, ReceiptFacts, ReceiptHead, ReceiptLink } from "./receipt.ts";

/** What stands before the first receipt. */
const BEGINNING = "none";

/** The end of the chain of a contact; of nobody's receipts, the beginning. */
export function headOf({ receipts = 0, lastReceipt = BEGINNING }: Partial<ReceiptHead>): ReceiptHead {
  return { receipts, lastReceipt };
}

/** The receipts that these facts add to a chain, in their order. */
export function nextReceipts(contactId: string, head: ReceiptHead, facts: ReceiptFacts[]): Receipt[] {
  let previous = head.lastReceipt;
  return facts.map((each, at) => {
    const told = Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined));
    const open = { ...(told as unknown as ReceiptFacts), contactId, number: head.receipts + at + 1, previous };
    const hash = hashOf(open);
    previous = hash;
    return { ...open, hash };
  });
}

/** What keeps the chain together when everything else in a receipt is erased. */
const LINK = new Set(["contactId", "number", "at", "act", "previous", "hash"]);

/** The parts of a receipt that say more than that there was an agreement, and which one followed it. */
export function receiptDetails(receipt: object): string[] {
  return Object.keys(receipt).filter((part) => !LINK.has(part) && part !== "pk" && part !== "sk");
}

/** A receipt whose person is erased. */
export function linkOf(receipt: ReceiptLink): ReceiptLink {
  return Object.fromEntries(Object.entries(receipt).filter(([part]) => LINK.has(part))) as unknown as ReceiptLink;
}

/** What is wrong with a chain, and at which receipt. */
export interface BrokenLink {
  number: number;
  fault: "missing" | "changed" | "unlinked" | "of-somebody-else" | "not-the-end";
}

/** The first receipt at which a chain is broken; undefined when every receipt follows from the one before. */
export function brokenLink(
  contactId: string,
  receipts: readonly ReceiptLink[],
  head: ReceiptHead,
  isErased = false,
): BrokenLink | undefined {
  let previous = BEGINNING;
  for (const [at, receipt] of receipts.entries()) {
    const fault = faultOf(receipt, { contactId, number: at + 1, previous }, isErased);
    if (fault) return { number: at + 1, fault };
    previous = receipt.hash;
  }
  if (receipts.length < head.receipts) return { number: receipts.length + 1, fault: "missing" };
  const isEnd = receipts.length === head.receipts && previous === head.lastReceipt;
  return isEnd ? undefined : { number: receipts.length, fault: "not-the-end" };
}

function faultOf(
  receipt: ReceiptLink,
  expected: Pick<Receipt, "contactId" | "number" | "previous">,
  isErased: boolean,
): BrokenLink["fault"] | undefined {
  if (receipt.number > expected.number) return "missing";
  const { hash, ...open } = receipt;
  // Of an erased receipt only its place in the chain can be checked, so it must say nothing else.
  if (isErased ? receiptDetails(receipt).length > 0 : hash !== hashOf(open)) return "changed";
  if (receipt.contactId !== expected.contactId) return "of-somebody-else";
  return receipt.previous === expected.previous && receipt.number === expected.number ? undefined : "unlinked";
}

/** The order in which facts were written down does not matter; every one of them does. */
function hashOf(open: Omit<ReceiptLink, "hash">): string {
  const facts = Object.entries(open).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}
