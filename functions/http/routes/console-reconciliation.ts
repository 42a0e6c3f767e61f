import * as z from "zod/mini";
import { DIFFERENCE_KINDS } from "../../reconciliation/rules/compare-message.ts";
import { route } from "./route.ts";
import { Instant } from "./shared-schemas.ts";

const Lane = z.enum(["marketing", "transactional"]);

/** Where our books hold the mails of a day, and what SES said of those that it accepted. */
export const ReconciledLane = z.strictObject({
  lane: Lane,
  /** The sum of submitted, failed, unknown, waiting and all skipped. */
  intended: z.int(),
  /** The sum of all that follow, but for the extra copies. */
  submitted: z.int(),
  failed: z.int(),
  unknown: z.int(),
  waiting: z.int(),
  skipped: z.array(z.strictObject({ reason: z.string(), count: z.int() })),
  delivered: z.int(),
  bounced: z.int(),
  complained: z.int(),
  rejected: z.int(),
  /** SES took it, and has told nothing since. */
  accepted: z.int(),
  /** SES has told nothing at all. */
  silent: z.int(),
  /** SES has told nothing, and a person took it as arrived. */
  byHand: z.int(),
  extraCopies: z.int(),
});
export type ReconciledLane = z.infer<typeof ReconciledLane>;

export const MailDifference = z.strictObject({
  kind: z.enum(DIFFERENCE_KINDS),
  messageId: z.string(),
  /** Null when the message is none that we know of. */
  contactId: z.nullable(z.string()),
  lane: z.nullable(Lane),
  template: z.nullable(z.string()),
  /** What our books say. */
  held: z.nullable(z.enum(["waiting", "submitted", "unknown", "failed", "skipped"])),
  /** SES's last word. */
  reported: z.nullable(z.enum(["accepted", "delivered", "bounced", "complained", "rejected"])),
  /** SES's ids of it: one for each copy. */
  providerIds: z.array(z.string()),
});
export type MailDifference = z.infer<typeof MailDifference>;

export const ReconciledDay = z.strictObject({
  /** A calendar day in UTC. */
  day: z.string(),
  comparedAt: Instant,
  lanes: z.array(ReconciledLane),
  /** How many differences there are; of the first ones what they are. */
  found: z.int(),
  differences: z.array(MailDifference),
});
export type ReconciledDay = z.infer<typeof ReconciledDay>;
export const ReconciledDayList = z.strictObject({ items: z.array(ReconciledDay) });

export const listReconciledDays = route({
  id: "listReconciledDays",
  method: "GET",
  path: "/v1/console/mail/reconciliation",
  audience: "staff",
  permission: "read",
  summary: "How our books and SES's events compared on the last fourteen days, the newest first",
  answers: { 200: ReconciledDayList },
});
