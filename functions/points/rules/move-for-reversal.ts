import { type Lot, spendingOrder, takenFrom } from "./lot.ts";
import type { Books, Move } from "./move.ts";
import { balanced } from "./posting.ts";

/**
 * Takes back points of one lot: from the lot itself, whether it still waits or not, then from whatever the member can
 * spend, and what is spent already becomes debt. Points of other purchases that still wait are left alone; they pay
 * the debt when they are released.
 */
export function moveForReversal(books: Books, lotId: string, points: number): Move {
  const lot = books.lots.find(({ id }) => id === lotId);
  if (!lot) throw new Error(`The lot ${lotId} whose points are to be taken back was not loaded.`);
  const own = Math.min(points, lot.remaining);
  const after = { ...takenFrom(lot, own), reversed: lot.reversed + points };
  const others = takeOldestFirst(
    books.lots.filter(({ id }) => id !== lotId),
    points - own,
  );
  const pending = lot.state === "pending" ? own : 0;
  const available = own - pending + others.taken;
  const postings = balanced([
    { account: "member:pending", points: -pending },
    { account: "member:available", points: -available },
    { account: "member:debt", points: -(points - pending - available) },
    { account: "programme:liability", points },
  ]);
  return { points: -points, postings, lots: [after, ...others.lots] };
}

/** Takes up to `points` from the lots that can be spent, in spending order. */
export function takeOldestFirst(lots: Lot[], points: number): { taken: number; lots: Lot[] } {
  const changed: Lot[] = [];
  let missing = points;
  for (const lot of spendingOrder(lots)) {
    if (missing === 0) break;
    const part = Math.min(missing, lot.remaining);
    changed.push(takenFrom(lot, part));
    missing -= part;
  }
  return { taken: points - missing, lots: changed };
}
