import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import type { Key } from "../platform/items.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { Write } from "../platform/writes.ts";
import { inputHash } from "./input-hash.ts";
import { entryId, type Posted, postMoves } from "./post-moves.ts";
import type { Balance } from "./rules/balance.ts";
import { type DueMove, dueMoveForLot } from "./rules/due-move-for-lot.ts";
import type { Lot } from "./rules/lot.ts";
import { CHANGED, readBalanceRow, readLot } from "./store.ts";

/** What was done; 0 points when it was done before. */
export type Advanced =
  | { ok: true; kind?: "release" | "expire"; points: number }
  | { ok: false; reason: "not-found" | "not-yet" | "conflict" };

/** Does what is due on one lot: ends its wait, or lets its rest lapse. A second time it changes nothing. */
export function advanceLot(lotKey: Key, now: Instant): Promise<Advanced> {
  return tryAgain(`work on ${lotKey.sk}`, async () => {
    const [lot, balance] = await Promise.all([readLot(lotKey), readBalanceRow(lotKey.pk)]);
    if (!lot) return { ok: false, reason: "not-found" };
    const due = dueMoveForLot(balance, lot, now);
    if (due.ok) return commitMove(lotKey.pk, { lot, balance, due }, now);
    return due.reason === "nothing-due" ? { ok: true, points: 0 } : { ok: false, reason: due.reason };
  });
}

interface LotWork {
  lot: Lot;
  balance: Balance;
  due: DueMove & { ok: true };
}

async function commitMove(
  contactId: string,
  { lot, balance, due }: LotWork,
  now: Instant,
): Promise<Advanced | typeof STALE> {
  const { kind, move } = due;
  const posted = postedFor(contactId, lot, due, now);
  const writes = postMoves(contactId, { balance, lots: [lot] }, [posted], now);
  const outcome = await commit([...writes, ...told(contactId, posted, now)]);
  if (outcome.ok) return { ok: true, kind, points: Math.abs(move.points) };
  return outcome.reason === CHANGED ? STALE : { ok: false, reason: "conflict" };
}

function postedFor(contactId: string, lot: Lot, { kind, at, move }: DueMove & { ok: true }, now: Instant): Posted {
  const { rule, version } = lot;
  const id = entryId(contactId, at, kind, lot.id, rule);
  const cause = { cause: lot.id, decidedBy: { rule, version }, lotId: lot.id };
  const head = { id, contactId, kind, at, recordedAt: now, ...cause, inputHash: inputHash({ lot: lot.id }) };
  return { head, move };
}

function told(contactId: string, { head, move }: Posted, now: Instant): Write[] {
  if (head.kind !== "release") return [];
  const data = { entryId: head.id, points: move.points };
  return [recordEvent(eventOf("points.released", { contactId, at: now, cause: head.id }, data))];
}
