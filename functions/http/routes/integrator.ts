import * as z from "zod/mini";
import { LOCALES } from "../../contacts/rules/contact.ts";
import { LedgerPage, MemberBalance } from "./points-schemas.ts";
import { route } from "./route.ts";
import { Instant, WidePaging } from "./shared-schemas.ts";

const contactId = z.string().check(z.regex(/^con_[0-9a-z]{10,40}$/, "a contact id"));
const params = z.strictObject({ id: contactId });
const Touch = z.looseObject({ at: Instant });

/** A contact with where it came from and what it agreed to. */
export const Contact = z.looseObject({
  id: contactId,
  email: z.string(),
  name: z.optional(z.string()),
  locale: z.enum(LOCALES),
  timezone: z.optional(z.string()),
  externalId: z.optional(z.string()),
  createdAt: Instant,
  confirmedAt: z.optional(Instant),
  consent: z.strictObject({ marketing: z.boolean(), at: Instant }),
  stoppedAt: z.optional(Instant),
  firstTouch: z.optional(Touch),
  lastTouch: z.optional(Touch),
});

/** What happened or was decided; what else a row carries depends on its kind. */
export const TimelineEntry = z.looseObject({
  kind: z.enum(["event", "message", "decision", "consent"]),
  id: z.string(),
  at: Instant,
});
export const Timeline = z.strictObject({ entries: z.array(TimelineEntry), next: z.optional(Instant) });

export const Adjustment = z.strictObject({
  contactId,
  points: z.int().check(z.refine((points) => points !== 0, "not zero")),
  reason: z.string().check(z.minLength(3), z.maxLength(200)),
});
export const Adjusted = z.looseObject({ entryId: z.string(), repeated: z.boolean() });

const read = { method: "GET", audience: "integrator" } as const;

export const findContact = route({
  ...read,
  id: "findContact",
  path: "/v1/contacts",
  summary: "A contact by its address",
  query: z.object({ email: z.string() }),
  answers: { 200: Contact },
});

export const readContact = route({
  ...read,
  id: "readContact",
  path: "/v1/contacts/{id}",
  summary: "A contact by its id",
  params,
  answers: { 200: Contact },
});

export const readTimeline = route({
  ...read,
  id: "readTimeline",
  path: "/v1/contacts/{id}/timeline",
  summary: "Everything that happened to a contact or was decided about it, newest first",
  params,
  query: WidePaging,
  answers: { 200: Timeline },
});

export const readDecisions = route({
  ...read,
  id: "readDecisions",
  path: "/v1/contacts/{id}/decisions",
  summary: "Why somebody did, or did not, get a mail",
  params,
  query: WidePaging,
  answers: { 200: Timeline },
});

export const readBalance = route({
  ...read,
  id: "readBalance",
  path: "/v1/members/{id}/balance",
  summary: "Points pending, available and owed, and what lapses next",
  params,
  answers: { 200: MemberBalance },
});

export const readLedger = route({
  ...read,
  id: "readLedger",
  path: "/v1/members/{id}/ledger",
  summary: "The books of a member, newest first",
  params,
  query: WidePaging,
  answers: { 200: LedgerPage },
});

export const adjustPoints = route({
  id: "adjustPoints",
  method: "POST",
  path: "/v1/points/adjustments",
  audience: "integrator",
  summary: "Give or take points for a stated reason, once for each Idempotency-Key",
  headers: z.object({ "idempotency-key": z.string().check(z.maxLength(200)) }),
  body: Adjustment,
  answers: { 201: Adjusted },
});
