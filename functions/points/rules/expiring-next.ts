import type { Instant } from "../../platform/clock.ts";
import { type Lot, spendingOrder } from "./lot.ts";

/** All that lapses at the next instant at which anything does, or null. */
export function expiringNext(lots: Lot[]): { points: number; at: Instant } | null {
  const open = spendingOrder(lots);
  const at = open[0]?.expiresAt;
  if (!at) return null;
  const points = open.reduce((sum, lot) => (lot.expiresAt === at ? sum + lot.remaining : sum), 0);
  return { points, at };
}
