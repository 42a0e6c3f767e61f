import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { Write } from "../platform/writes.ts";
import type { Redemption } from "./rules/redemption.ts";
import { readRedemption, settledWrite } from "./store.ts";

/** Who sent or did what a member redeemed, and what they say of it (a parcel's number). */
export interface Fulfilment {
  contactId: string;
  redemptionId: string;
  person: string;
  note?: string;
}

export type Fulfilled = { ok: true; redemption: Redemption } | { ok: false; reason: "not-found" | "already-cancelled" };

/** Marks a redemption as sent or done, once; `also` is written with it. */
export function fulfilRedemption(fulfilment: Fulfilment, now: Instant, also: Write[] = []): Promise<Fulfilled> {
  return tryAgain(`fulfilling ${fulfilment.redemptionId}`, () => attempt(fulfilment, now, also));
}

async function attempt(
  { contactId, redemptionId, person, note }: Fulfilment,
  now: Instant,
  also: Write[],
): Promise<Fulfilled | typeof STALE> {
  const known = await readRedemption(contactId, redemptionId);
  if (!known) return { ok: false, reason: "not-found" };
  if (known.state === "cancelled") return { ok: false, reason: "already-cancelled" };
  if (known.state === "fulfilled") return { ok: true, redemption: known };
  const { reward } = known;
  const told = { redemptionId, reward: reward.name, points: reward.points };
  const outcome = await commit([
    settledWrite(known, "fulfilled", { at: now, person, ...(note ? { note } : {}) }),
    recordEvent(eventOf("reward.fulfilled", { contactId, at: now, cause: redemptionId }, told)),
    ...also,
  ]);
  if (!outcome.ok) return STALE;
  const settled = { state: "fulfilled", settledAt: now, settledBy: person, ...(note ? { note } : {}) } as const;
  return { ok: true, redemption: { ...known, ...settled } };
}
