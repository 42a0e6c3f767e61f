import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { readTrial, trialUsedWrite } from "./store.ts";

/** Notes that a trial was used for the first time; only the first use is an event. */
export async function noteTrialUsed(
  contactId: string,
  offer: string,
  told: { at: Instant; heardAt: Instant },
): Promise<{ ok: true } | { ok: false; reason: "no-trial" | "already-used" }> {
  const event = eventOf("trial.used", { contactId, at: told.at, cause: offer }, {});
  const done = await commit([trialUsedWrite(contactId, offer, told.at), recordEvent(event, told.heardAt)]);
  if (done.ok) return { ok: true };
  const known = await readTrial(contactId, offer);
  return { ok: false, reason: known ? "already-used" : "no-trial" };
}
