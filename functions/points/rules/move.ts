import { type Balance, balanceAfter } from "./balance.ts";
import type { Lot } from "./lot.ts";
import type { Posting } from "./posting.ts";

/** One change of a member's books, decided but not yet written. */
export interface Move {
  /** The figure a person is told: positive when points came in, negative when they went. */
  points: number;
  postings: Posting[];
  /** The lots as they are afterwards; a lot that is not named stays as it is. */
  lots: Lot[];
}

/** A member's books as the rules see them. */
export interface Books {
  balance: Balance;
  lots: Lot[];
}

/** The books after a move. */
export function booksAfter(books: Books, move: Move): Books {
  const changed = new Map(move.lots.map((lot) => [lot.id, lot]));
  const kept = books.lots.map((lot) => changed.get(lot.id) ?? lot);
  const added = move.lots.filter(({ id }) => !books.lots.some((lot) => lot.id === id));
  return { balance: balanceAfter(books.balance, move.postings), lots: [...kept, ...added] };
}
