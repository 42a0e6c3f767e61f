import type { Instant } from "../../platform/clock.ts";
import type { ReceiptHead } from "./receipt.ts";

/** The erasure of a person: begun in one step that ends all mail, then carried through all rows twice. */
export interface Erasure extends ReceiptHead {
  contactId: string;
  erasedAt: Instant;
  erasedBy: string;
  /** The keyed hash of the address: what SES still reports of mails on their way is kept under it. */
  addressHash: string;
  /** The second round takes what was on its way during the first. */
  round: 1 | 2;
  /** The place in the contact's partition that is done. */
  after?: string;
  /** How many rows were taken away or emptied. */
  rows: number;
  /** Counts the steps, so that two workers cannot both make the next one. */
  steps: number;
  /** When the second round is due. */
  checkedAt?: Instant;
  finishedAt?: Instant;
}
