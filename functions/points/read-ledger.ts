import type { Instant } from "../platform/clock.ts";
import type { LedgerEntry } from "./rules/ledger-entry.ts";
import { entriesPage } from "./store.ts";

/** One line of the history: what happened, by how much, and why. */
export interface LedgerLine
  extends Pick<LedgerEntry, "id" | "kind" | "at" | "points" | "cause" | "decidedBy" | "postings"> {
  occasion?: string;
  availableAt?: Instant;
  expiresAt?: Instant;
}

/** One page of a member's history, newest first; `next` continues it. */
export async function readLedger(contactId: string, limit: number, after?: string) {
  const page = await entriesPage(contactId, limit, after);
  return { entries: page.items.map(lineOf), ...(page.next ? { next: page.next } : {}) };
}

function lineOf(entry: LedgerEntry): LedgerLine {
  const { id, kind, at, points, cause, decidedBy, postings, occasion, availableAt, expiresAt } = entry;
  return {
    id,
    kind,
    at,
    points,
    cause,
    decidedBy,
    postings,
    ...(occasion ? { occasion } : {}),
    ...(availableAt ? { availableAt } : {}),
    ...(expiresAt ? { expiresAt } : {}),
  };
}
