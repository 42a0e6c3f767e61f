import type { Books, Move } from "./move.ts";
import { takeOldestFirst } from "./move-for-reversal.ts";
import { balanced } from "./posting.ts";

export type Spending = { ok: true; move: Move } | { ok: false; reason: "insufficient-points" };

/** Takes points that can be spent, oldest first and never more than there are: for a reward, or by a person's hand. */
export function moveForSpending(
  books: Books,
  points: number,
  counterpart: "programme:redeemed" | "programme:liability",
): Spending {
  if (books.balance.available < points) return { ok: false, reason: "insufficient-points" };
  const { taken, lots } = takeOldestFirst(books.lots, points);
  if (taken !== points)
    throw new Error(`The lots hold only ${taken} of ${points} points that the balance says can be spent.`);
  const postings = balanced([
    { account: "member:available", points: -points },
    { account: counterpart, points },
  ]);
  return { ok: true, move: { points: -points, postings, lots } };
}
