import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import { inputHash } from "./input-hash.ts";
import { type EntryHead, entryId, postMoves } from "./post-moves.ts";
import type { Books, Move } from "./rules/move.ts";
import { moveForEarning } from "./rules/move-for-earning.ts";
import { moveForSpending } from "./rules/move-for-spending.ts";
import { MOST_POINTS } from "./rules/points-for-amount.ts";
import {
  type AdjustmentRow,
  adjustmentWrite,
  CHANGED,
  contactExists,
  readAdjustment,
  readBalanceRow,
  readLotRows,
} from "./store.ts";

/** Points given or taken by a person's decision. */
export interface Adjustment {
  contactId: string;
  /** Positive gives, negative takes; never 0. */
  points: number;
  reason: string;
  /** Who decided: a staff address or the name of the integrator's key. */
  person: string;
  /** The caller's own id of this decision: the same id a second time is the same adjustment. */
  requestId: string;
}

export type Adjusted =
  | { ok: true; entryId: string; repeated: boolean }
  | { ok: false; reason: "bad-points" | "insufficient-points" | "unknown-contact" | "conflict" };

/** Gives or takes points by hand, with a reason that the member can read; never takes more than can be spent. */
export async function adjustPoints(adjustment: Adjustment, now: Instant): Promise<Adjusted> {
  const { points } = adjustment;
  if (!Number.isSafeInteger(points) || points === 0 || Math.abs(points) > MOST_POINTS)
    return { ok: false, reason: "bad-points" };
  return tryAgain(`adjustment ${adjustment.requestId}`, () => attempt(adjustment, now));
}

async function attempt(adjustment: Adjustment, now: Instant): Promise<Adjusted | typeof STALE> {
  const { contactId, points, reason, person, requestId } = adjustment;
  const hash = inputHash({ contactId, points, reason, person, requestId });
  const known = await readAdjustment(requestId);
  if (known) return adjustedBefore(known, hash);
  const id = entryId(contactId, now, "adjust", requestId, "by-hand");
  const seen: Books = {
    balance: await readBalanceRow(contactId),
    lots: points < 0 ? await readLotRows(contactId) : [],
  };
  const move = moveFor(adjustment, id, seen, now);
  if (!move.ok) return move;
  const decision = { cause: requestId, decidedBy: { person, reason }, inputHash: hash };
  const head: EntryHead = { id, contactId, kind: "adjust", at: now, recordedAt: now, ...decision };
  const outcome = await commit([
    contactExists(contactId),
    adjustmentWrite(requestId, { entryId: id, inputHash: hash }),
    ...postMoves(contactId, seen, [{ head, move: move.move }], now),
  ]);
  if (outcome.ok) return { ok: true, entryId: id, repeated: false };
  if (outcome.reason === CHANGED) return STALE;
  return { ok: false, reason: outcome.reason === "unknown-contact" ? "unknown-contact" : "conflict" };
}

function adjustedBefore({ entryId: known, inputHash: knownHash }: AdjustmentRow, hash: string): Adjusted {
  return knownHash === hash ? { ok: true, entryId: known, repeated: true } : { ok: false, reason: "conflict" };
}

function moveFor({ points }: Adjustment, id: string, seen: Books, now: Instant) {
  if (points < 0) return moveForSpending(seen, -points, "programme:liability");
  // A gift can be spent at once, but does not count towards a tier: that is earned.
  const gift = { id, points, earnedAt: now, availableAt: now, qualifies: false, rule: "by-hand", version: 1 };
  return { ok: true, move: moveForEarning(seen.balance, gift, false) } satisfies { ok: true; move: Move };
}
