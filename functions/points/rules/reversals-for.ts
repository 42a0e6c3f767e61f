import type { EarnedGrant, Earning, Refund } from "./earning.ts";
import { pointsForAmount } from "./points-for-amount.ts";

/** How many points of which grant a refund takes back. */
export interface Reversal {
  grant: EarnedGrant;
  points: number;
}

/**
 * What one more refund takes back. The member keeps the points that the kept amount would have earned, so the rounding
 * of several refunds never adds up: when everything is refunded, exactly what was earned is taken back.
 */
export function reversalsFor(earning: Earning, refund: Refund): Reversal[] {
  const refunds = [...earning.refunds.filter(({ settled, id }) => settled && id !== refund.id), refund];
  return earning.grants
    .map((grant) => ({ grant, points: grant.points - keptPoints(grant, earning, refunds) - grant.reversed }))
    .filter(({ points }) => points > 0);
}

/** The earning with a refund settled and its points counted as taken back. */
export function settled(earning: Earning, refund: Refund, reversals: Reversal[]): Earning {
  const taken = new Map(reversals.map(({ grant, points }) => [grant.entryId, points]));
  return {
    ...earning,
    grants: earning.grants.map((each) => ({ ...each, reversed: each.reversed + (taken.get(each.entryId) ?? 0) })),
    refunds: [...earning.refunds.filter(({ id }) => id !== refund.id), { ...refund, settled: true }],
  };
}

function keptPoints(grant: EarnedGrant, { totalMinor = 0 }: Earning, refunds: Refund[]): number {
  if (refunds.some(({ amountMinor }) => amountMinor === undefined)) return 0;
  const refunded = refunds.reduce((sum, { amountMinor = 0 }) => sum + amountMinor, 0);
  const kept = Math.max(0, totalMinor - refunded);
  if (grant.rate) return Math.min(grant.points, pointsForAmount(kept, grant.rate, grant.rate.multiplierPercent));
  // A fixed grant has no amount of its own: it is kept in proportion, rounded down.
  return totalMinor > 0 ? Number((BigInt(grant.points) * BigInt(kept)) / BigInt(totalMinor)) : 0;
}
