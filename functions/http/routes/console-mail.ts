import * as z from "zod/mini";
import { UNKNOWN_DECISIONS } from "../../mail/rules/unknown-decision.ts";
import { route } from "./route.ts";
import { ContactId, Instant, Paging, StatedReason } from "./shared-schemas.ts";

export const UnknownMail = z.strictObject({
  id: z.string(),
  contactId: ContactId,
  /** Empty when the person has been erased since. */
  email: z.string(),
  name: z.string(),
  template: z.string(),
  version: z.nullable(z.int()),
  lane: z.enum(["marketing", "transactional"]),
  queuedAt: Instant,
  /** How many times SES may have been given it. */
  attempts: z.int(),
  /** What became of the last call, as SES, the network or the sender put it. */
  failure: z.string(),
});
export type UnknownMail = z.infer<typeof UnknownMail>;
export const UnknownMailList = z.strictObject({ items: z.array(UnknownMail), next: z.nullable(z.string()) });

export const listUnknownMail = route({
  id: "listUnknownMail",
  method: "GET",
  path: "/v1/console/mail/unknown",
  audience: "staff",
  permission: "read",
  summary: "Messages of which nobody knows whether they went out, because SES's answer was lost; newest first",
  query: z.strictObject(Paging),
  answers: { 200: UnknownMailList },
});

export const SettleUnknownMail = z.strictObject({
  contactId: ContactId,
  id: z.string().check(z.regex(/^msg_[0-9a-z]{1,60}$/)),
  decision: z.enum(UNKNOWN_DECISIONS),
  because: StatedReason,
});
export type SettleUnknownMail = z.infer<typeof SettleUnknownMail>;
export const SettledUnknownMail = z.strictObject({
  id: z.string(),
  /** The message that goes out in its stead. */
  resentAs: z.nullable(z.string()),
});

export const settleUnknownMail = route({
  id: "settleUnknownMail",
  method: "POST",
  path: "/v1/console/mail/unknown/settle",
  audience: "staff",
  permission: "settle-mail",
  summary: "Settle an unclear message: take it as arrived, as not sent, or send it once more; the same twice is one",
  body: SettleUnknownMail,
  answers: { 200: SettledUnknownMail },
});

export const HeldMail = z.strictObject({
  /** A journey and its step ("trial-follow-up/offer"), an event's mail ("notice/points-earned"), or "everything". */
  source: z.string(),
  because: z.enum(["bounces", "complaints"]),
  heldAt: Instant,
  submitted: z.int(),
  bounced: z.int(),
  complained: z.int(),
});
export type HeldMail = z.infer<typeof HeldMail>;
export const HeldMailList = z.strictObject({ items: z.array(HeldMail) });
export const ResumeHeldMail = z.strictObject({ source: z.string().check(z.minLength(1), z.maxLength(200)) });

export const listHeldMail = route({
  id: "listHeldMail",
  method: "GET",
  path: "/v1/console/mail/holds",
  audience: "staff",
  permission: "read",
  summary: "What has used up its error budget and is held until a person lets it go on",
  answers: { 200: HeldMailList },
});

export const resumeHeldMail = route({
  id: "resumeHeldMail",
  method: "POST",
  path: "/v1/console/mail/holds/resume",
  audience: "staff",
  permission: "edit-content",
  summary: "Let a held source go on; what was counted before no longer counts",
  body: ResumeHeldMail,
  answers: { 200: ResumeHeldMail },
});
