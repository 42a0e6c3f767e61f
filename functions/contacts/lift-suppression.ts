import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { Write } from "../platform/writes.ts";
import { isRiskyToLift, type Suppression, suppressionIn } from "./rules/suppression.ts";
import { findContactId } from "./store.ts";
import { liftingWrite, readSuppressionRecord } from "./suppression-store.ts";

export type Lifted = { ok: true } | { ok: false; reason: "not-suppressed" | "confirmation-missing" };

/** Lifts the suppression of an address; a bounce or a complaint only for who confirms the address and says why. */
export function liftSuppression(
  { email, isConfirmed, at }: { email: string; isConfirmed: boolean; at: Instant },
  recorded: (before: Suppression) => Write,
): Promise<Lifted> {
  return tryAgain("lifting a suppression", async () => {
    const [record, contactId] = await Promise.all([readSuppressionRecord(email), findContactId(email)]);
    const kept = suppressionIn(record);
    if (!kept) return { ok: false, reason: "not-suppressed" };
    if (isRiskyToLift(kept) && !isConfirmed) return { ok: false, reason: "confirmation-missing" };
    const news = contactId ? [liftingEvent(contactId, kept, at)] : [];
    const done = await commit([liftingWrite(email, kept, at), ...news, recorded(kept)]);
    return done.ok ? { ok: true } : STALE;
  });
}

function liftingEvent(contactId: string, { reason }: Suppression, at: Instant): Write {
  return recordEvent(eventOf("contact.suppression-lifted", { contactId, at, cause: at }, { reason, byHand: true }));
}
