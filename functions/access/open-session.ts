import type { Contact } from "../contacts/rules/contact.ts";
import { readContact } from "../contacts/store.ts";
import { SIGN_IN_MINUTES } from "../mail/rules/sign-in-link.ts";
import { daysAfter, type Instant, secondsAfter } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { hashSecret, newSecret } from "../platform/ids.ts";
import { tokenKeys } from "../platform/token-keys.ts";
import { checkToken } from "../platform/tokens.ts";
import type { Write } from "../platform/writes.ts";
import { type Role, SESSION_DAYS, type Session } from "./rules/staff.ts";
import { staffRole } from "./staff-role.ts";
import { linkUsedWrite, sessionWrite } from "./store.ts";

/** An opened session; `secret` goes into the browser's cookie and is kept nowhere else. */
export type OpenedSession =
  | { ok: true; secret: string; session: Session }
  | { ok: false; reason: "invalid-token" | "expired-token" | "link-used" };

/** Signs somebody in by the link of a sign-in mail, once. */
export async function openSession(token: string, now: Instant): Promise<OpenedSession> {
  const checked = checkToken(token, "sign-in", await tokenKeys(), now);
  if (!checked.ok) return checked;
  const [contactId = ""] = checked.subject.split("~");
  const contact = await readContact(contactId);
  if (!contact) return { ok: false, reason: "invalid-token" };
  const used = linkUsedWrite(checked.subject, now, secondsAfter(now, SIGN_IN_MINUTES * 60));
  return begin(contact, await staffRole(contact.email), [used], now);
}

/** Signs in a person who has just proven the mailbox in another way: by confirming a trial for the first time; staff sign in by their own link. */
export function openSessionAfterConfirmation(contact: Contact, now: Instant): Promise<OpenedSession> {
  return begin(contact, undefined, [], now);
}

async function begin(
  contact: Contact,
  role: Role | undefined,
  alongside: Write[],
  now: Instant,
): Promise<OpenedSession> {
  const secret = newSecret();
  const expiresAt = daysAfter(now, SESSION_DAYS);
  const kept = { contactId: contact.id, ...(role ? { role } : {}), signedInAt: now, expiresAt };
  const done = await commit([...alongside, sessionWrite(hashSecret(secret), kept)]);
  const session: Session = { ...kept, email: contact.email };
  return done.ok ? { ok: true, secret, session } : { ok: false, reason: "link-used" };
}
