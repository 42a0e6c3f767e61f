import type { Offer } from "../offers/rules/offer.ts";
import { readOfferDefinition } from "../offers/store.ts";
import type { Instant } from "../platform/clock.ts";
import { type LedgerLine, readLedger } from "../points/read-ledger.ts";
import { readLots } from "../points/read-lots.ts";
import type { EarningRule } from "../points/rules/earning-rule.ts";
import type { Lot } from "../points/rules/lot.ts";
import { readEarningRules } from "../programme/store.ts";
import { readReferrals } from "../referrals/read-referrals.ts";
import { listRedemptions } from "../rewards/list-redemptions.ts";
import { type Looker, listRewards, type OfferedReward } from "../rewards/list-rewards.ts";
import type { Redemption } from "../rewards/rules/redemption.ts";
import { listTrials } from "../trials/list-trials.ts";

/** What the portal lists below a member's standing. */
export interface PortalDetails {
  lots: Lot[];
  entries: LedgerLine[];
  /** Where the older entries begin. */
  next?: string;
  referrals: Awaited<ReturnType<typeof readReferrals>>["referrals"];
  rules: EarningRule[];
  rewards: OfferedReward[];
  redemptions: Redemption[];
  /** The trial that ends last, with its offer. */
  trial?: { offer: Offer; endsAt: Instant };
}

const ENTRIES = 30;
const FRIENDS = 50;

/** Reads the portal's lists: the lots, a page of the history, the friends, the rewards, and how to earn more. */
export async function readPortal(looker: Looker, now: Instant, after?: string): Promise<PortalDetails> {
  const { contactId } = looker;
  const [lots, ledger, { referrals }, rules, rewards, redemptions, trial] = await Promise.all([
    readLots(contactId, ""),
    readLedger(contactId, ENTRIES, after),
    readReferrals(contactId, FRIENDS),
    readEarningRules(),
    listRewards(looker, now),
    listRedemptions(contactId),
    lastTrial(contactId),
  ]);
  return {
    lots,
    entries: ledger.entries,
    ...(ledger.next ? { next: ledger.next } : {}),
    referrals,
    rules,
    rewards,
    redemptions,
    ...(trial ? { trial } : {}),
  };
}

async function lastTrial(contactId: string): Promise<PortalDetails["trial"]> {
  const trials = await listTrials(contactId);
  const last = trials.toSorted((a, b) => (a.endsAt < b.endsAt ? 1 : -1))[0];
  const offer = last && (await readOfferDefinition(last.offer));
  return offer && { offer, endsAt: last.endsAt };
}
