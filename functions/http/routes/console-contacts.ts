import * as z from "zod/mini";
import { ConsentProof } from "../../contacts/rules/consent-proof.ts";
import { route } from "./route.ts";
import { ContactId, Instant, Paging } from "./shared-schemas.ts";

const params = z.strictObject({ id: ContactId });
const Titles = z.strictObject({ en: z.string(), "zh-CN": z.string() });
const nullableInstant = z.nullable(Instant);

export const ContactSummary = z.strictObject({
  id: ContactId,
  email: z.string(),
  name: z.string(),
  status: z.enum(["active", "stopped", "suppressed"]),
  createdAt: Instant,
});
export type ContactSummary = z.infer<typeof ContactSummary>;
export const ContactList = z.strictObject({ items: z.array(ContactSummary), next: z.nullable(z.string()) });

export const ContactTrial = z.strictObject({
  offer: z.string(),
  startedAt: Instant,
  endsAt: Instant,
  usedAt: nullableInstant,
});
export const ContactBalance = z.strictObject({ pending: z.int(), available: z.int(), debt: z.int() });
export const ContactTier = z.strictObject({
  title: Titles,
  qualifyingPoints: z.int(),
  nextTitle: z.nullable(Titles),
  toNext: z.nullable(z.int()),
  until: nullableInstant,
});
export type ContactTier = z.infer<typeof ContactTier>;
export const ContactFriend = z.strictObject({ id: ContactId, name: z.string(), state: z.string() });

export const ConsoleContact = z.strictObject({
  ...ContactSummary.shape,
  externalId: z.nullable(z.string()),
  locale: z.string(),
  timezone: z.nullable(z.string()),
  consent: z.strictObject({ marketing: z.boolean(), at: Instant }),
  /** Why nothing may be sent: what the person said on stopping, or what suppressed the address. */
  silenceReason: z.nullable(z.string()),
  origin: z.record(z.string(), z.string()),
  attributes: z.record(z.string(), z.unknown()),
  trials: z.array(ContactTrial),
  balance: ContactBalance,
  tier: z.nullable(ContactTier),
  referralCode: z.nullable(z.string()),
  broughtBy: z.nullable(ContactId),
  friends: z.array(ContactFriend),
});
export type ConsoleContact = z.infer<typeof ConsoleContact>;

export const TimelineKind = z.enum(["event", "message", "decision", "consent"]);
export const TimelineItem = z.strictObject({
  id: z.string(),
  kind: TimelineKind,
  at: Instant,
  /** An event's dotted name, a message's template, what was decided, or what was agreed to. */
  type: z.string(),
  /** A message's state, the reason of a decision, or the way a consent came. */
  state: z.nullable(z.string()),
  data: z.record(z.string(), z.unknown()),
});
export type TimelineItem = z.infer<typeof TimelineItem>;
export const ContactTimeline = z.strictObject({ items: z.array(TimelineItem), next: z.nullable(z.string()) });

export const listContacts = route({
  id: "listConsoleContacts",
  method: "GET",
  path: "/v1/console/contacts",
  audience: "staff",
  permission: "read",
  summary: "Find a contact by its exact address, or list the most recent",
  query: z.strictObject({ ...Paging, email: z.optional(z.string().check(z.maxLength(320))) }),
  answers: { 200: ContactList },
});

export const readContact = route({
  id: "readConsoleContact",
  method: "GET",
  path: "/v1/console/contacts/{id}",
  audience: "staff",
  permission: "read",
  summary: "One contact: profile, consent, trials, points, tier and referrals",
  params,
  answers: { 200: ConsoleContact },
});

export const readTimeline = route({
  id: "readConsoleTimeline",
  method: "GET",
  path: "/v1/console/contacts/{id}/timeline",
  audience: "staff",
  permission: "read",
  summary: "Everything that happened to or was decided about one contact, newest first",
  params,
  query: z.strictObject({ ...Paging, kind: z.optional(TimelineKind) }),
  answers: { 200: ContactTimeline },
});

export const readConsentProof = route({
  id: "readConsentProof",
  method: "GET",
  path: "/v1/console/contacts/{id}/consent-proof",
  audience: "staff",
  permission: "read",
  summary: "Everything one contact agreed to, took back or chose, as a file whose chain can be checked offline",
  params,
  answers: { 200: ConsentProof },
});
