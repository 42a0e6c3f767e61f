import { type LedgerLine, readLedger } from "../points/read-ledger.ts";
import { readLots } from "../points/read-lots.ts";
import type { EarningRule } from "../points/rules/earning-rule.ts";
import type { Lot } from "../points/rules/lot.ts";
import { readEarningRules } from "../programme/store.ts";
import { readReferrals } from "../referrals/read-referrals.ts";

/** What the portal lists below a member's standing. */
export interface PortalDetails {
  lots: Lot[];
  entries: LedgerLine[];
  /** Where the older entries begin. */
  next?: string;
  referrals: Awaited<ReturnType<typeof readReferrals>>["referrals"];
  rules: EarningRule[];
}

const ENTRIES = 30;
const FRIENDS = 50;

/** Reads the portal's lists: the lots, a page of the history, the friends, and the rules that say how to earn more. */
export async function readPortal(contactId: string, after?: string): Promise<PortalDetails> {
  const [lots, ledger, { referrals }, rules] = await Promise.all([
    readLots(contactId, ""),
    readLedger(contactId, ENTRIES, after),
    readReferrals(contactId, FRIENDS),
    readEarningRules(),
  ]);
  return { lots, entries: ledger.entries, ...(ledger.next ? { next: ledger.next } : {}), referrals, rules };
}
