import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import { inputHash } from "./input-hash.ts";
import { entryId, type Posted, postMoves } from "./post-moves.ts";
import type { Earning, Refund } from "./rules/earning.ts";
import type { Lot } from "./rules/lot.ts";
import { type Books, booksAfter } from "./rules/move.ts";
import { moveForReversal } from "./rules/move-for-reversal.ts";
import { type Reversal, reversalsFor, settled } from "./rules/reversals-for.ts";
import { CHANGED, earningWrite, readBalanceRow, readEarning, readLotOf, readLotRows } from "./store.ts";

/** `points` were taken back now; `waiting` when the purchase has not arrived yet and will find the refund. */
export type Settled = { ok: true; points: number; waiting: boolean } | { ok: false; reason: "conflict" };

interface Settling {
  contactId: string;
  occasion: string;
  refund: Omit<Refund, "settled">;
}

/** Takes back what a refund undoes, once, in whichever order purchase, release and refunds arrive. */
export function settleRefund(settling: Settling, now: Instant): Promise<Settled> {
  return tryAgain(`refund ${settling.refund.id}`, async () => {
    const earning = await readEarning(settling.contactId, settling.occasion);
    const known = earning.refunds.find(({ id }) => id === settling.refund.id);
    if (known && known.amountMinor !== settling.refund.amountMinor) return { ok: false, reason: "conflict" };
    if (known?.settled) return { ok: true, points: 0, waiting: false };
    const refund = known ?? { ...settling.refund, settled: false };
    if (earning.cause) return takeBack(settling.contactId, earning, refund, now);
    return known ? { ok: true, points: 0, waiting: true } : keepWaiting(settling.contactId, earning, refund);
  });
}

async function keepWaiting(contactId: string, earning: Earning, refund: Refund): Promise<Settled | typeof STALE> {
  const outcome = await commit([earningWrite(contactId, { ...earning, refunds: [...earning.refunds, refund] })]);
  return outcome.ok ? { ok: true, points: 0, waiting: true } : STALE;
}

async function takeBack(
  contactId: string,
  earning: Earning,
  refund: Refund,
  now: Instant,
): Promise<Settled | typeof STALE> {
  const reversals = reversalsFor(earning, refund);
  const seen = await booksFor(contactId, reversals);
  const posted = reversalMoves(contactId, earning.occasion, { reversals, refund, seen, now });
  const events = posted.map(({ head, move }) =>
    recordEvent(
      eventOf("points.reversed", { contactId, at: now, cause: head.id }, { entryId: head.id, points: -move.points }),
    ),
  );
  const writes = [
    earningWrite(contactId, settled(earning, refund, reversals)),
    ...postMoves(contactId, seen, posted, now),
  ];
  const outcome = await commit([...writes, ...events]);
  if (!outcome.ok) return outcome.reason === CHANGED ? STALE : { ok: false, reason: "conflict" };
  return { ok: true, points: reversals.reduce((sum, { points }) => sum + points, 0), waiting: false };
}

/** The lots concerned; all of them only where a lot no longer holds what is to be taken back. */
async function booksFor(contactId: string, reversals: Reversal[]): Promise<Books> {
  const balance = await readBalanceRow(contactId);
  const own = await Promise.all(
    reversals.map(({ grant }) => readLotOf(contactId, { id: grant.entryId, earnedAt: grant.earnedAt })),
  );
  const enough = own.every((lot, at) => (lot?.remaining ?? 0) >= (reversals[at]?.points ?? 0));
  const lots = enough ? own.filter((lot): lot is Lot => lot !== undefined) : await readLotRows(contactId);
  return { balance, lots };
}

function reversalMoves(
  contactId: string,
  occasion: string,
  { reversals, refund, seen, now }: { reversals: Reversal[]; refund: Refund; seen: Books; now: Instant },
): Posted[] {
  let books = seen;
  return reversals.map(({ grant, points }) => {
    const move = moveForReversal(books, grant.entryId, points);
    books = booksAfter(books, move);
    const { rule, version } = grant;
    const id = entryId(contactId, refund.at, "reverse", refund.cause, rule);
    const cause = { cause: refund.cause, occasion, decidedBy: { rule, version }, lotId: grant.entryId };
    const head = { id, contactId, kind: "reverse", at: refund.at, recordedAt: now, ...cause } as const;
    return {
      head: { ...head, inputHash: inputHash({ refund: refund.id, amountMinor: refund.amountMinor, occasion }) },
      move,
    };
  });
}
