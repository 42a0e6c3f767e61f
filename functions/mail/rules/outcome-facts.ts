import type { Instant } from "../../platform/clock.ts";

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

/** What SES has reported of one message so far: the first instant of each kind of report. */
export interface OutcomeFacts {
  providerId: string;
  submittedAt?: Instant;
  deliveredAt?: Instant;
  bouncedAt?: Instant;
  complainedAt?: Instant;
  openedAt?: Instant;
  clickedAt?: Instant;
  rejectedAt?: Instant;
  rejectedBecause?: string;
}

const FACT_OF = {
  submitted: "submittedAt",
  delayed: "submittedAt",
  delivered: "deliveredAt",
  bounced: "bouncedAt",
  complained: "complainedAt",
  opened: "openedAt",
  clicked: "clickedAt",
  rejected: "rejectedAt",
} as const satisfies Record<MailOutcome["kind"], keyof OutcomeFacts>;

/** The facts with a report added; the same facts when it tells nothing new. Any order and number of reports agree. */
export function addOutcome(facts: OutcomeFacts | undefined, outcome: MailOutcome): OutcomeFacts {
  const known = facts ?? { providerId: outcome.providerId };
  const fact = FACT_OF[outcome.kind];
  const earlier = known[fact];
  if (facts && earlier && earlier <= outcome.at) return facts;
  const because = outcome.kind === "rejected" ? { rejectedBecause: outcome.detail ?? "rejected" } : {};
  return { ...known, ...because, [fact]: outcome.at };
}
