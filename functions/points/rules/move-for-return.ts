import type { Lot } from "./lot.ts";
import type { Books, Move } from "./move.ts";
import { balanced } from "./posting.ts";

/** Points that one lot gave. */
export interface LotPart {
  lotId: string;
  points: number;
}

/** Which lot gave how much in a move that spends. */
export function partsOf(before: readonly Lot[], move: Move): LotPart[] {
  const held = new Map(before.map(({ id, remaining }) => [id, remaining]));
  return move.lots.map(({ id, remaining }) => ({ lotId: id, points: (held.get(id) ?? 0) - remaining }));
}

/**
 * Gives spent points back to the lots they came from, where they lapse when they would have lapsed. What the member
 * owes meanwhile is paid first, by the points that lapse first.
 */
export function moveForReturn(books: Books, parts: readonly LotPart[]): Move {
  const points = parts.reduce((sum, part) => sum + part.points, 0);
  const paid = Math.min(points, books.balance.debt);
  let owed = paid;
  const lots = parts.map((part): Lot => {
    const lot = books.lots.find(({ id }) => id === part.lotId);
    if (!lot) throw new Error(`The lot ${part.lotId} to which points go back was not loaded.`);
    const pays = Math.min(owed, part.points);
    owed -= pays;
    const remaining = lot.remaining + part.points - pays;
    return { ...lot, remaining, state: remaining > 0 ? "available" : lot.state };
  });
  const postings = balanced([
    { account: "member:available", points: points - paid },
    { account: "member:debt", points: paid },
    { account: "programme:redeemed", points: -points },
  ]);
  return { points, postings, lots };
}
