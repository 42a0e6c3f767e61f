import type { Instant } from "../../platform/clock.ts";
import type { Message, MessageState } from "./message.ts";

/** What SES reports of a message it was given. */
export interface MailOutcome {
  messageId: string;
  contactId: string;
  kind: "submitted" | "delivered" | "bounced" | "complained" | "opened" | "clicked" | "rejected" | "delayed";
  at: Instant;
  providerId: string;
  /** A hard bounce: the mailbox will never take mail. */
  hard?: boolean;
  detail?: string;
}

/** Later facts outrank earlier ones, whatever order their reports arrive in. */
const RANK: Record<MessageState, number> = {
  queued: 0,
  claimed: 1,
  unknown: 2,
  skipped: 2,
  submitted: 3,
  failed: 4,
  delivered: 5,
  bounced: 6,
  complained: 7,
};

const STATE_OF = {
  submitted: "submitted",
  delivered: "delivered",
  bounced: "bounced",
  complained: "complained",
  opened: "delivered",
  clicked: "delivered",
  rejected: "failed",
  delayed: "submitted",
} as const;

const FACT_OF = {
  submitted: "submittedAt",
  delivered: "deliveredAt",
  bounced: "bouncedAt",
  complained: "complainedAt",
  opened: "openedAt",
  clicked: "clickedAt",
} as const;

/** The facts that a report adds to a message; empty when it tells nothing new. Any order and number of reports agree. */
export function mergeOutcome(message: Message, outcome: MailOutcome): Partial<Message> {
  const state: MessageState = STATE_OF[outcome.kind];
  return {
    ...(RANK[state] > RANK[message.state] ? { state } : {}),
    ...factOf(message, outcome),
    ...(message.providerId ? {} : { providerId: outcome.providerId }),
    ...(outcome.kind === "rejected" && message.state !== "failed" ? { failure: outcome.detail ?? "rejected" } : {}),
  };
}

function factOf(message: Message, { kind, at }: MailOutcome): Partial<Message> {
  if (kind === "rejected" || kind === "delayed") return {};
  const fact = FACT_OF[kind];
  const known = message[fact];
  return known && known <= at ? {} : { [fact]: at };
}
