import type { Instant } from "../../platform/clock.ts";
import type { Pace } from "./preferences.ts";

/** What was agreed to, taken back or chosen, by which way, in front of which words. */
export interface ReceiptFacts {
  at: Instant;
  act: "requested" | "given" | "not-given" | "stopped" | "chosen";
  method: "form" | "confirm-link" | "one-click" | "unsubscribe-page" | "preferences";
  /** The address that took the form, such as "/trials". */
  form?: string | undefined;
  /** The language in which the words were shown. */
  locale?: string | undefined;
  /** Which words stood beside the box: their language and version. */
  text?: string | undefined;
  /** SHA-256 of those words, where we showed them ourselves. */
  textHash?: string | undefined;
  /** What was chosen, when it is about which letters and how often. */
  mutedTopics?: string[] | undefined;
  pace?: Pace | undefined;
  pausedUntil?: Instant | undefined;
}

/** One receipt in a contact's chain: its hash covers everything in it and the hash before. */
export interface Receipt extends ReceiptFacts {
  contactId: string;
  /** The first receipt of a contact is number 1. */
  number: number;
  previous: string;
  hash: string;
}

/** What is left of a receipt whose person was erased; a whole one has this and everything else. */
export type ReceiptLink = Pick<Receipt, "contactId" | "number" | "at" | "act" | "previous" | "hash"> & Partial<Receipt>;

/** Where a contact's chain ends: how many receipts there are, and the last one's hash. */
export interface ReceiptHead {
  receipts: number;
  lastReceipt: string;
}
