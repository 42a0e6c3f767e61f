import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { Message } from "./rules/message.ts";
import { standingOf } from "./rules/message-standing.ts";
import type { OutcomeFacts } from "./rules/outcome-facts.ts";
import { readOutcomes, settledWrite } from "./store.ts";

/**
 * Settles those of these messages that SES has told of although their sender never had an answer, and returns the others.
 * Whoever parks a message asks this after; whoever records a report asks it too: one of the two sees both.
 */
export async function settleByOutcome(messages: Message[], now: Instant): Promise<Message[]> {
  if (messages.length === 0) return [];
  const outcomes = await readOutcomes(messages);
  await Promise.all(messages.map((message) => settle(message, outcomes.get(message.id), now)));
  return messages.filter(({ id }) => !outcomes.has(id));
}

async function settle(message: Message, facts: OutcomeFacts | undefined, now: Instant): Promise<void> {
  if (!facts) return;
  const { state, providerId, submittedAt, failure } = standingOf(message, facts);
  // A refusal means that somebody has settled it since it was read.
  const change = {
    state,
    ...(providerId ? { providerId } : {}),
    ...(submittedAt ? { submittedAt } : {}),
    ...(state === "failed" && failure ? { failure } : {}),
  };
  await commit([settledWrite(message, change, now)]);
}
