import { type Balance, balanceAfter, EMPTY_BALANCE } from "./balance.ts";
import type { EntryKind, LedgerEntry } from "./ledger-entry.ts";
import type { Lot } from "./lot.ts";

/** The sums of the figures by kind of entry, and what is still owed to the member on balance. */
export type Totals = Record<EntryKind, number> & { outstanding: number };

/** What a member's entries add up to: granted = redeemed + lapsed + taken back + outstanding. */
export function provedBy(entries: Pick<LedgerEntry, "kind" | "points" | "postings">[]): {
  balance: Balance;
  totals: Totals;
} {
  const balance = entries.reduce((sum, { postings }) => balanceAfter(sum, postings), EMPTY_BALANCE);
  const totals: Totals = { earn: 0, release: 0, redeem: 0, reverse: 0, expire: 0, adjust: 0, outstanding: 0 };
  for (const { kind, points } of entries) totals[kind] += points;
  totals.outstanding = balance.pending + balance.available - balance.debt;
  return { balance, totals };
}

/** What the lots hold: it must be what the balance says. */
export function heldInLots(lots: Lot[]): Pick<Balance, "pending" | "available"> {
  const held = (state: Lot["state"]) => lots.reduce((sum, lot) => (lot.state === state ? sum + lot.remaining : sum), 0);
  return { pending: held("pending"), available: held("available") };
}
