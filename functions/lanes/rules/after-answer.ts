import type { Message } from "../../mail/rules/message.ts";
import type { Instant } from "../../platform/clock.ts";
import type { ProviderAnswer } from "../../platform/ses.ts";
import type { Ready } from "./call-batches.ts";
import type { LanePolicy } from "./lane-policy.ts";

/** What follows from an answer: the message is settled, is handed over once more, or stays queued as SES did not take it. */
export type AfterAnswer = { do: "settle" | "again"; change: Partial<Message> } | { do: "stay" };

/** Decides what SES's answer, or its silence, makes of a message in a lane. */
export function afterAnswer(
  { message, made }: Pick<Ready, "message"> & Partial<Pick<Ready, "made">>,
  answer: ProviderAnswer,
  { mostAttempts }: LanePolicy,
  now: Instant,
): AfterAnswer {
  const attempt = message.attempt + 1;
  const settle = (change: Partial<Message>) => ({ do: "settle", change: { attempt, ...made, ...change } }) as const;
  switch (answer.answer) {
    case "accepted":
      return settle({ state: "submitted", providerId: answer.providerId, submittedAt: now });
    case "refused":
      return settle({ state: "failed", failure: answer.code });
    case "unknown":
      if (attempt < mostAttempts) return { do: "again", change: { attempt } };
      return settle({ state: "unknown", failure: answer.code });
    case "busy":
      return { do: "stay" };
  }
}
