import { type Instant, secondsAfter } from "../../platform/clock.ts";
import type { ProviderAnswer } from "../../platform/ses.ts";
import type { Message } from "./message.ts";

/** What a message becomes once the provider has answered, or has not. */
export type AfterAnswer =
  | { state: "submitted"; providerId: string; submittedAt: Instant }
  | { state: "queued"; attempt: number; dueAt: Instant }
  | { state: "failed"; failure: string }
  | { state: "unknown"; failure: string }
  | { state: "claimed"; leaseUntil: Instant; failure: string };

const BUSY_SECONDS = 60;

/** Decides what follows from the provider's answer: only a certain "no" lets a message be sent again. */
export function afterAnswer(message: Message, answer: ProviderAnswer, now: Instant): AfterAnswer {
  switch (answer.answer) {
    case "accepted":
      return { state: "submitted", providerId: answer.providerId, submittedAt: now };
    case "busy":
      // Nothing left the house, so this attempt does not count.
      return { state: "queued", attempt: message.attempt - 1, dueAt: secondsAfter(now, BUSY_SECONDS) };
    case "refused":
      return { state: "failed", failure: answer.code };
    case "unknown":
      return afterSilence(message, answer.code, now);
  }
}

/** A lost answer: an event from SES may still settle it; a transactional message is tried once more when its lease ends. */
function afterSilence(message: Message, failure: string, now: Instant): AfterAnswer {
  if (message.kind === "marketing" || message.attempt > 1) return { state: "unknown", failure };
  return { state: "claimed", leaseUntil: message.leaseUntil ?? now, failure };
}
