import type { Balance } from "./balance.ts";
import type { Lot } from "./lot.ts";
import type { Move } from "./move.ts";
import { balanced } from "./posting.ts";

/** A lot that is about to be granted. */
export type NewLot = Omit<Lot, "state" | "remaining" | "reversed">;

/** Grants points: waiting ones wait, others pay what the member owes before they can be spent. */
export function moveForEarning(balance: Balance, lot: NewLot, pending: boolean): Move {
  const { points } = lot;
  const paid = pending ? 0 : Math.min(points, balance.debt);
  const remaining = points - paid;
  const state = pending ? "pending" : remaining > 0 ? "available" : "closed";
  return {
    points,
    postings: balanced([
      { account: pending ? "member:pending" : "member:available", points: remaining },
      { account: "member:debt", points: paid },
      { account: "programme:liability", points: -points },
    ]),
    lots: [{ ...lot, state, remaining, reversed: 0 }],
  };
}
