import type { Instant } from "../platform/clock.ts";
import { derivedIdAt } from "../platform/ids.ts";
import type { Write } from "../platform/writes.ts";
import type { LedgerEntry } from "./rules/ledger-entry.ts";
import type { Lot } from "./rules/lot.ts";
import { type Books, booksAfter, type Move } from "./rules/move.ts";
import { balanceWrite, entryWrite, lotWrite, newLotWrite } from "./store.ts";

/** What an entry says besides its figures. */
export type EntryHead = Omit<LedgerEntry, "points" | "postings">;

/** A move together with the entry it becomes. */
export interface Posted {
  head: EntryHead;
  move: Move;
}

/** DynamoDB takes 100 rows in one transaction; this leaves room for the rows of everybody else concerned. */
const MOST_WRITES = 90;

/** The id of an entry: it follows from its cause and its rule alone, and sorts by when the cause happened. */
export function entryId(
  contactId: string,
  at: Instant,
  kind: LedgerEntry["kind"],
  cause: string,
  rule: string,
): string {
  return derivedIdAt("ent", at, contactId, kind, cause, rule);
}

/**
 * The writes of lots, balance and entries that belong in one transaction; `seen` are the books before the moves. The
 * entries come last: when several rows refuse, the first one speaks, and what merely changed can be decided again.
 */
export function postMoves(contactId: string, seen: Books, posted: Posted[], now: Instant): Write[] {
  const after = posted.reduce((books, { move }) => booksAfter(books, move), seen);
  const postings = posted.flatMap(({ move }) => move.postings);
  const balance = balanceWrite(contactId, seen.balance, postings);
  const entries = posted.map(({ head, move }) => entryWrite({ ...head, points: move.points, postings: move.postings }));
  const writes = [...lotWrites(contactId, seen.lots, after.lots, now), ...(balance ? [balance] : []), ...entries];
  if (writes.length > MOST_WRITES)
    throw new Error(`${writes.length} rows of ${contactId} do not fit in one transaction.`);
  return writes;
}

function lotWrites(contactId: string, seen: Lot[], after: Lot[], now: Instant): Write[] {
  const before = new Map(seen.map((lot) => [lot.id, lot]));
  const changed = after.filter((lot) => before.get(lot.id) !== lot);
  return changed.map((lot) => {
    const known = before.get(lot.id);
    return known ? lotWrite(contactId, known, lot, now) : newLotWrite(contactId, lot, now);
  });
}
