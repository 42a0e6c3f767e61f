import type { Instant } from "../../platform/clock.ts";
import type { Message } from "./message.ts";
import type { UnknownDecision } from "./unknown-decision.ts";

export type AfterDecision = { ok: true; change: Partial<Message> } | { ok: false; reason: "link-expired" };

/**
 * What the message becomes. It claims no more than is known: taken as arrived it stands where SES's acceptance would have
 * put it, so that a bounce, a refusal or a delivery that is reported later still outranks the person's guess.
 */
export function afterDecision(message: Message, decision: UnknownDecision, now: Instant): AfterDecision {
  if (decision === "arrived") return { ok: true, change: { state: "submitted", decided: decision } };
  if (decision === "not-sent") return skipped(decision, "given-up");
  // A copy has the same link, and one that no longer works helps nobody.
  if (message.link && message.link.expiresAt <= now) return { ok: false, reason: "link-expired" };
  return skipped(decision, "sent-once-more");
}

function skipped(decided: UnknownDecision, skipReason: string): AfterDecision {
  return { ok: true, change: { state: "skipped", skipReason, decided } };
}
