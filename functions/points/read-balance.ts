import type { Instant } from "../platform/clock.ts";
import type { Balance } from "./rules/balance.ts";
import { expiringNext } from "./rules/expiring-next.ts";
import { readBalanceRow, readLotRows } from "./store.ts";

/** A member's balance as the portal and the API show it. */
export interface BalanceNow extends Balance {
  /** The next points that lapse, and when; null when none will. */
  expiringNext: { points: number; at: Instant } | null;
}

/** What a member holds now. */
export async function readBalance(contactId: string): Promise<BalanceNow> {
  const [balance, lots] = await Promise.all([readBalanceRow(contactId), readLotRows(contactId)]);
  return { ...balance, expiringNext: expiringNext(lots) };
}
