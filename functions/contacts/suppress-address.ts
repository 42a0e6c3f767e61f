import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { Write } from "../platform/writes.ts";
import type { Suppression } from "./rules/suppression.ts";
import { findContactId } from "./store.ts";
import { readSuppressionRecord } from "./suppression-store.ts";
import { suppressionWrites } from "./suppression-writes.ts";

export type SuppressedNow = { ok: true; suppression: Suppression } | { ok: false; reason: "already-suppressed" };

/** Suppresses an address by a person's or integrator's decision; `alongside` is recorded in the same transaction. */
export function suppressAddress(
  email: string,
  suppression: Suppression,
  now: Instant,
  alongside: Write[],
): Promise<SuppressedNow> {
  return tryAgain("suppressing an address", async () => {
    const [kept, contactId] = await Promise.all([readSuppressionRecord(email), findContactId(email)]);
    const writes = suppressionWrites({ email, kept, contactId }, suppression, { at: now, cause: `decided ${now}` });
    if (writes.length === 0) return { ok: false, reason: "already-suppressed" };
    const done = await commit([...writes, ...alongside]);
    return done.ok ? { ok: true, suppression } : STALE;
  });
}
