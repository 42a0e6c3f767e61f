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

/** Everything that is held of a person, by what it is about; rows in the form in which they are kept. */
export const PersonExport = z.strictObject({
  export: z.literal("tastemaker-person"),
  contactId: ContactId,
  exportedAt: Instant,
  held: z.record(z.string(), z.unknown()),
});
/** The person's address, typed once more. */
export const EraseContact = z.strictObject({ confirmation: z.string().check(z.maxLength(320)) });
export const ErasureStanding = z.strictObject({
  contactId: ContactId,
  erasedAt: Instant,
  erasedBy: z.string(),
  /** How many rows were taken away or emptied so far. */
  rows: z.int(),
  /** When everything is gone through once more; null until the first time is done. */
  checkedAt: nullableInstant,
  finishedAt: nullableInstant,
});
export type ErasureStanding = z.infer<typeof ErasureStanding>;

export const exportContact = route({
  id: "exportContact",
  method: "POST",
  path: "/v1/console/contacts/{id}/export",
  audience: "staff",
  permission: "care-for-contacts",
  summary: "Everything that is held of one person, as one file; that it was taken is audited",
  params,
  body: z.strictObject({}),
  answers: { 200: PersonExport },
});

export const eraseContact = route({
  id: "eraseContact",
  method: "POST",
  path: "/v1/console/contacts/{id}/erase",
  audience: "staff",
  permission: "care-for-contacts",
  summary: "Erase a person for good; the books stay under the contact's id, a suppression as a keyed hash",
  params,
  body: EraseContact,
  answers: { 202: ErasureStanding },
});

export const readErasure = route({
  id: "readErasure",
  method: "GET",
  path: "/v1/console/contacts/{id}/erasure",
  audience: "staff",
  permission: "read",
  summary: "How far the erasure of a person is; 404 is somebody who was not erased",
  params,
  answers: { 200: ErasureStanding },
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
