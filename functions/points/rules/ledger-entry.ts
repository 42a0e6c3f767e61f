import type { Instant } from "../../platform/clock.ts";
import type { Posting } from "./posting.ts";

export type EntryKind = "earn" | "release" | "redeem" | "reverse" | "expire" | "adjust";

/** Who decided: a rule in the version that was valid, or a person who gave a reason. */
export type Decider = { rule: string; version: number } | { person: string; reason: string };

/** One line in the books, written once and never changed; mistakes are mended by a further entry. */
export interface LedgerEntry {
  id: string;
  contactId: string;
  kind: EntryKind;
  /** When what caused it happened, and when it was written. */
  at: Instant;
  recordedAt: Instant;
  /** The figure a person is told; the postings say where the points went. */
  points: number;
  postings: Posting[];
  /** The event, request or lot that caused it. */
  cause: string;
  occasion?: string;
  decidedBy: Decider;
  lotId?: string;
  availableAt?: Instant;
  expiresAt?: Instant;
  /** Of everything the entry was decided from: the same cause with other inputs is a conflict, not a repetition. */
  inputHash: string;
}
