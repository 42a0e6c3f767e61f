import type { Contact } from "../contacts/rules/contact.ts";
import { readAddress } from "../contacts/rules/read-address.ts";
import {
  contactUpdate,
  externalIdWrite,
  findContact,
  findContactByExternalId,
  newContactWrites,
} from "../contacts/store.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { derivedIdAt } from "../platform/ids.ts";
import type { Report } from "./rules/reported-event.ts";

/** Who an integrator means, or why that cannot be told. */
export type Identified =
  | { ok: true; contact: Contact }
  | { ok: false; reason: "person-missing" | "address-invalid" | "person-unknown" | "identity-conflict" };

/** Finds the person an integrator reports about; a new address becomes a contact that has agreed to nothing. */
export async function identifyContact(said: Report, now: Instant, mayCreate = true): Promise<Identified> {
  const named = namedIn(said);
  if (!named.ok) return named;
  const { email } = named;
  const [byId, byEmail] = await Promise.all([
    said.userId ? findContactByExternalId(said.userId) : undefined,
    email ? findContact(email) : undefined,
  ]);
  // Two different people under one report: said, never merged by guess.
  if (byId && byEmail && byId.id !== byEmail.id) return { ok: false, reason: "identity-conflict" };
  const known = byId ?? byEmail;
  if (known) return link(known, said.userId);
  return email && mayCreate ? create(email, said, now) : { ok: false, reason: "person-unknown" };
}

/** How a report names its person: by an address that mail could reach, by the integrator's own id, or both. */
function namedIn(
  said: Report,
): { ok: true; email?: string } | { ok: false; reason: "person-missing" | "address-invalid" } {
  const typed = said.traits?.email ?? said.context?.traits?.email;
  const email = typed === undefined ? undefined : readAddress(typed);
  if (typed !== undefined && !email) return { ok: false, reason: "address-invalid" };
  if (!email && !said.userId) return { ok: false, reason: "person-missing" };
  return { ok: true, ...(email ? { email } : {}) };
}

async function link(contact: Contact, userId: string | undefined): Promise<Identified> {
  if (!userId || contact.externalId === userId) return { ok: true, contact };
  if (contact.externalId) return { ok: false, reason: "identity-conflict" };
  const done = await commit([externalIdWrite(userId, contact.id), contactUpdate(contact.id, { externalId: userId })]);
  return done.ok
    ? { ok: true, contact: { ...contact, externalId: userId } }
    : { ok: false, reason: "identity-conflict" };
}

async function create(email: string, said: Report, now: Instant): Promise<Identified> {
  const traits = { ...said.context?.traits, ...said.traits };
  const contact: Contact = {
    id: derivedIdAt("con", now, email),
    email,
    locale: traits.locale?.toLowerCase().startsWith("zh") ? "zh-CN" : "en",
    ...(traits.name ? { name: traits.name } : {}),
    ...(traits.timezone ? { timezone: traits.timezone } : {}),
    ...(said.userId ? { externalId: said.userId } : {}),
    createdAt: now,
    consent: { marketing: false, at: now },
  };
  const external = said.userId ? [externalIdWrite(said.userId, contact.id)] : [];
  const done = await commit([...newContactWrites(contact), ...external]);
  if (done.ok) return { ok: true, contact };
  // Somebody else made this contact a moment ago: it is known now.
  return done.reason === "address-taken" ? identifyContact(said, now) : { ok: false, reason: "identity-conflict" };
}
