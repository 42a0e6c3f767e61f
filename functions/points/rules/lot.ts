import type { Instant } from "../../platform/clock.ts";

/** Points granted at one time for one reason; they wait, become available, and are used up oldest first. */
export interface Lot {
  /** The id of the entry that granted it. */
  id: string;
  state: "pending" | "available" | "closed";
  /** What was granted, what was taken back of it by refunds, and what is still held of it. */
  points: number;
  reversed: number;
  remaining: number;
  earnedAt: Instant;
  availableAt: Instant;
  expiresAt?: Instant;
  /** Whether it counts towards a tier: earned points do, a goodwill gift does not. */
  qualifies: boolean;
  rule: string;
  version: number;
}

/** A lot with some of its points taken; an empty one is closed. */
export function takenFrom(lot: Lot, points: number): Lot {
  const remaining = lot.remaining - points;
  if (points < 0 || remaining < 0) throw new Error(`Lot ${lot.id} holds ${lot.remaining} points, not ${points}.`);
  return { ...lot, remaining, state: remaining === 0 ? "closed" : lot.state };
}

/** The lots that can be spent, in the order in which they are: what lapses first goes first, then what is oldest. */
export function spendingOrder(lots: Lot[]): Lot[] {
  const key = ({ expiresAt, earnedAt, id }: Lot) => `${expiresAt ?? "9999"}#${earnedAt}#${id}`;
  const open = lots.filter(({ state, remaining }) => state === "available" && remaining > 0);
  return open.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
