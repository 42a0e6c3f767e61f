import { type Balance, sameBalance } from "./rules/balance.ts";
import { heldInLots, provedBy, type Totals } from "./rules/proof.ts";
import { allEntries, readBalanceRow, readLotRows } from "./store.ts";

/** What the entries prove, beside what the caches say. */
export interface Rebuilt {
  ok: boolean;
  /** From the entries: the truth. */
  balance: Balance;
  /** From the balance row. */
  cached: Balance;
  /** From the lots: what waits and what can be spent. */
  inLots: Pick<Balance, "pending" | "available">;
  totals: Totals;
}

/** Counts a member's books again from the entries alone and compares; a difference is reported, never mended here. */
export async function rebuildBalance(contactId: string): Promise<Rebuilt> {
  const [entries, cached, lots] = await Promise.all([
    allEntries(contactId),
    readBalanceRow(contactId),
    readLotRows(contactId),
  ]);
  const { balance, totals } = provedBy(entries);
  const inLots = heldInLots(lots);
  const ok =
    sameBalance(balance, cached) && inLots.pending === balance.pending && inLots.available === balance.available;
  return { ok, balance, cached, inLots, totals };
}
