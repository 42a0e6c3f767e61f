import type { Message, MessageState } from "./message.ts";
import type { OutcomeFacts } from "./outcome-facts.ts";

/** Later facts outrank earlier ones, whatever order their reports arrive in. */
const RANK: Record<MessageState, number> = {
  queued: 0,
  unknown: 1,
  skipped: 1,
  submitted: 2,
  failed: 3,
  delivered: 4,
  bounced: 5,
  complained: 6,
};

/** Where a message stands: what its sender knows of it, and what SES has reported since. */
export function standingOf(message: Message, facts: OutcomeFacts | undefined): Message {
  if (!facts) return message;
  const reported = stateIn(facts);
  const { rejectedAt: _rejected, rejectedBecause, softBouncedAt: _soft, engagements: _engagements, ...told } = facts;
  const { otherProviderIds: _others, ...reports } = told;
  return {
    ...message,
    ...reports,
    ...earliestSubmission(message, facts),
    state: RANK[reported] > RANK[message.state] ? reported : message.state,
    ...(rejectedBecause ? { failure: rejectedBecause } : {}),
  };
}

/** The state that reports alone tell of. An opened or clicked mail was delivered, whether or not SES says so. */
export function stateIn(facts: OutcomeFacts): MessageState {
  if (facts.complainedAt) return "complained";
  if (facts.bouncedAt) return "bounced";
  if (facts.deliveredAt ?? facts.engagements) return "delivered";
  return facts.rejectedAt ? "failed" : "submitted";
}

function earliestSubmission(message: Message, facts: OutcomeFacts): Pick<Message, "submittedAt"> {
  const [first] = [message.submittedAt, facts.submittedAt].filter((at) => at !== undefined).sort();
  return first ? { submittedAt: first } : {};
}
