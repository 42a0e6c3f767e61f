import type { Instant } from "../../platform/clock.ts";
import type { Balance } from "./balance.ts";
import { type Lot, takenFrom } from "./lot.ts";
import type { Move } from "./move.ts";
import { balanced } from "./posting.ts";

/** What time does to a lot: its wait ends, or its unspent rest lapses. `at` is when it fell due, not when it was done. */
export type DueMove =
  | { ok: true; kind: "release" | "expire"; at: Instant; move: Move }
  | { ok: false; reason: "not-yet" | "nothing-due" };

/** The move that is due on a lot now. */
export function dueMoveForLot(balance: Balance, lot: Lot, now: Instant): DueMove {
  if (lot.state === "pending")
    return now < lot.availableAt
      ? notYet
      : { ok: true, kind: "release", at: lot.availableAt, move: release(balance, lot) };
  if (lot.state === "closed" || !lot.expiresAt) return { ok: false, reason: "nothing-due" };
  return now < lot.expiresAt ? notYet : { ok: true, kind: "expire", at: lot.expiresAt, move: expiry(lot) };
}

const notYet = { ok: false, reason: "not-yet" } as const;

/** What refunds left of a waiting lot pays what the member owes first; the rest can be spent. */
function release(balance: Balance, lot: Lot): Move {
  const points = lot.remaining;
  const paid = Math.min(points, balance.debt);
  const remaining = points - paid;
  const postings = balanced([
    { account: "member:pending", points: -points },
    { account: "member:available", points: remaining },
    { account: "member:debt", points: paid },
  ]);
  return { points, postings, lots: [{ ...lot, remaining, state: remaining > 0 ? "available" : "closed" }] };
}

function expiry(lot: Lot): Move {
  const points = lot.remaining;
  const postings = balanced([
    { account: "member:available", points: -points },
    { account: "programme:breakage", points },
  ]);
  return { points: -points, postings, lots: [takenFrom(lot, points)] };
}
