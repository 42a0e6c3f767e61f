import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { Write } from "../platform/writes.ts";
import { inputHash } from "../points/input-hash.ts";
import { type EntryHead, entryId, postMoves } from "../points/post-moves.ts";
import { moveForReturn } from "../points/rules/move-for-return.ts";
import { readBalanceRow, readLotRows } from "../points/store.ts";
import type { Redemption } from "./rules/redemption.ts";
import { putBackWrites, readRedemption, settledWrite, voidVoucherWrite } from "./store.ts";

/** Who calls a redemption off, and why. */
export interface Cancellation {
  contactId: string;
  redemptionId: string;
  person: string;
  reason: string;
  /** A member may call off only what nobody has sent yet; a person of the company also what was. */
  onlyReserved: boolean;
}

export type Cancelled =
  | { ok: true; redemption: Redemption }
  | { ok: false; reason: "not-found" | "already-fulfilled" | "voucher-used" };

/**
 * Calls a redemption off, once: the points go back to the lots they came from, the stock back, and a voucher is void.
 * `also` is written with it.
 */
export function cancelRedemption(cancellation: Cancellation, now: Instant, also: Write[] = []): Promise<Cancelled> {
  return tryAgain(`calling off ${cancellation.redemptionId}`, () => attempt(cancellation, now, also));
}

async function attempt(cancellation: Cancellation, now: Instant, also: Write[]): Promise<Cancelled | typeof STALE> {
  const { contactId, person, reason, onlyReserved } = cancellation;
  const known = await readRedemption(contactId, cancellation.redemptionId);
  if (!known) return { ok: false, reason: "not-found" };
  if (known.state === "cancelled") return { ok: true, redemption: known };
  if (known.state === "fulfilled" && onlyReserved) return { ok: false, reason: "already-fulfilled" };
  const [balance, lots] = await Promise.all([readBalanceRow(contactId), readLotRows(contactId)]);
  const seen = { balance, lots };
  const head = headFor(known, { person, reason }, now);
  const outcome = await commit([
    settledWrite(known, "cancelled", { at: now, person, note: reason }),
    ...(known.code ? [voidVoucherWrite(known.code)] : []),
    ...putBackWrites(contactId, known.reward.name),
    ...postMoves(contactId, seen, [{ head, move: moveForReturn(seen, known.taken) }], now),
    toldOf(known, reason, now),
    ...also,
  ]);
  const settled = { state: "cancelled", settledAt: now, settledBy: person, note: reason } as const;
  if (outcome.ok) return { ok: true, redemption: { ...known, ...settled } };
  return outcome.reason === "voucher-used" ? { ok: false, reason: "voucher-used" } : STALE;
}

function headFor(
  { id, contactId }: Redemption,
  decidedBy: { person: string; reason: string },
  now: Instant,
): EntryHead {
  const entry = entryId(contactId, now, "reverse", id, "by-hand");
  const hash = inputHash({ contactId, redemption: id });
  const times = { at: now, recordedAt: now };
  return { id: entry, contactId, kind: "reverse", ...times, cause: id, decidedBy, inputHash: hash };
}

function toldOf({ id, contactId, reward }: Redemption, reason: string, now: Instant) {
  const told = { redemptionId: id, reward: reward.name, points: reward.points, reason };
  return recordEvent(eventOf("reward.cancelled", { contactId, at: now, cause: id }, told));
}
