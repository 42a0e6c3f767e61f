import type { Message } from "../../mail/rules/message.ts";
import type { Instant } from "../../platform/clock.ts";
import type { ProviderAnswer } from "../../platform/ses.ts";
import type { Ready } from "./call-batches.ts";

/** What SES's answer makes of a marketing message; undefined when SES took nothing and the message stays queued. */
export function afterMarketingAnswer(
  { message, made }: Pick<Ready, "message" | "made">,
  answer: ProviderAnswer,
  now: Instant,
): Partial<Message> | undefined {
  const handed = { attempt: message.attempt + 1, ...made };
  switch (answer.answer) {
    case "accepted":
      return { ...handed, state: "submitted", providerId: answer.providerId, submittedAt: now };
    case "refused":
      return { ...handed, state: "failed", failure: answer.code };
    case "unknown":
      return { ...handed, state: "unknown", failure: answer.code };
    case "busy":
      return undefined;
  }
}
