import { auditAct } from "../access/audit-act.ts";
import { staffRole } from "../access/staff-role.ts";
import { signInErasedWrite } from "../access/store.ts";
import { mailboxErasedWrite, newErasureWrite, readErasure } from "../contacts/erasure-store.ts";
import type { Contact } from "../contacts/rules/contact.ts";
import type { Erasure } from "../contacts/rules/erasure.ts";
import { mailboxOf } from "../contacts/rules/mailbox-of.ts";
import { headOf } from "../contacts/rules/receipt-chain.ts";
import { contactErasedWrites, readContact } from "../contacts/store.ts";
import { readSuppressionRecord, suppressionErasedWrites } from "../contacts/suppression-store.ts";
import { addressHash } from "../platform/address-hash.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { Write } from "../platform/writes.ts";
import { codeErasedWrite, readMember } from "../referrals/store.ts";
import { signUpErasedWrites } from "../trials/store.ts";

export interface ErasureAsked {
  contactId: string;
  /** Whether what was typed is the person's address. */
  confirms(email: string): boolean;
  by: string;
}

export type ErasureBegun =
  | { ok: true; erasure: Erasure }
  | { ok: false; reason: "not-found" | "erasure-unconfirmed" | "erasure-of-staff" };

/**
 * Erases a person: in one step the address leads nowhere any more, so that no mail goes to it; everything else that is
 * kept of the person follows row by row. The books stay under the contact's id, a suppression under a keyed hash.
 */
export function erasePerson(asked: ErasureAsked, now: Instant): Promise<ErasureBegun> {
  return tryAgain(`erasing ${asked.contactId}`, async () => {
    const contact = await readContact(asked.contactId);
    return contact ? eraseKnown(contact, asked, now) : erasedBefore(asked.contactId);
  });
}

async function erasedBefore(contactId: string): Promise<ErasureBegun> {
  const erasure = await readErasure(contactId);
  return erasure ? { ok: true, erasure } : { ok: false, reason: "not-found" };
}

async function eraseKnown(
  contact: Contact,
  { confirms, by }: ErasureAsked,
  now: Instant,
): Promise<ErasureBegun | typeof STALE> {
  if (!confirms(contact.email)) return { ok: false, reason: "erasure-unconfirmed" };
  if (await staffRole(contact.email)) return { ok: false, reason: "erasure-of-staff" };
  const erasure = await begun(contact, by, now);
  const done = await commit(await firstStep(contact, erasure));
  return done.ok ? { ok: true, erasure } : STALE;
}

async function begun(contact: Contact, erasedBy: string, erasedAt: Instant): Promise<Erasure> {
  const hash = (await addressHash())(contact.email);
  const place = { round: 1, rows: 0, steps: 0 } as const;
  return { contactId: contact.id, erasedAt, erasedBy, addressHash: hash, ...headOf(contact), ...place };
}

async function firstStep(contact: Contact, erasure: Erasure): Promise<Write[]> {
  const { id, email, confirmedAt } = contact;
  const [hash, kept, member] = await Promise.all([addressHash(), readSuppressionRecord(email), readMember(id)]);
  const { erasedAt, erasedBy: staff } = erasure;
  return [
    ...contactErasedWrites(contact),
    ...suppressionErasedWrites(email, kept, hash),
    ...signUpErasedWrites(email, erasedAt),
    signInErasedWrite(email),
    ...(member ? [codeErasedWrite(member.code)] : []),
    ...(confirmedAt ? [mailboxErasedWrite(hash(mailboxOf(email)), erasedAt)] : []),
    newErasureWrite(erasure),
    auditAct({ staff, act: "contact.erase", subject: id }, erasedAt),
  ];
}
