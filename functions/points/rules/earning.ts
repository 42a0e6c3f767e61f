import type { Instant } from "../../platform/clock.ts";
import type { PinnedRate } from "./earnings-for.ts";

/** What one rule granted on an occasion, and how much of it was taken back since. */
export interface EarnedGrant {
  /** The id of the entry, which is also the id of its lot. */
  entryId: string;
  rule: string;
  version: number;
  points: number;
  reversed: number;
  earnedAt: Instant;
  rate?: PinnedRate;
}

/** Money given back on an occasion; without an amount everything is taken back. */
export interface Refund {
  id: string;
  /** The event that told it. */
  cause: string;
  at: Instant;
  amountMinor?: number;
  /** Whether its points are taken back already; a refund that overtakes its purchase waits here for it. */
  settled: boolean;
}

/** The place where a purchase (or a referral) and its refunds meet, in whichever order they arrive. */
export interface Earning {
  occasion: string;
  /** The event that earned, and the hash of what it said; absent while only refunds are known. */
  cause?: string;
  inputHash?: string;
  totalMinor?: number;
  currency?: string;
  grants: EarnedGrant[];
  refunds: Refund[];
  /** Counts the changes, so that two at once do not overwrite each other. */
  revision: number;
}

/** An occasion of which nothing is known yet. */
export function newEarning(occasion: string): Earning {
  return { occasion, grants: [], refunds: [], revision: 0 };
}
