import { issueKey } from "../../../functions/access/issue-key.ts";
import type { Role } from "../../../functions/access/rules/staff.ts";
import { sessionWrite } from "../../../functions/access/store.ts";
import { findContact } from "../../../functions/contacts/store.ts";
import { signInLink } from "../../../functions/mail/rules/sign-in-link.ts";
import { now, secondsAfter } from "../../../functions/platform/clock.ts";
import { commit } from "../../../functions/platform/commit.ts";
import { hashSecret, newSecret } from "../../../functions/platform/ids.ts";
import { tokenKeys } from "../../../functions/platform/token-keys.ts";
import { signToken, type TokenPurpose } from "../../../functions/platform/tokens.ts";
import { joinProgramme } from "../../../functions/referrals/join-programme.ts";
import { beginConfirmation } from "../../../functions/trials/begin-confirmation.ts";
import { confirmTrial } from "../../../functions/trials/confirm-trial.ts";
import { requestTrial } from "../../../functions/trials/request-trial.ts";

/** Somebody who asked for a trial; the mail with the link is queued. */
export async function somebodyAsking(email: string, name?: string): Promise<string> {
  const at = secondsAfter(now(), -3600);
  const touch = { at };
  const about = { email, locale: "en", marketing: true, consentText: "en#1", touch, requestedAt: at } as const;
  await requestTrial({ ...about, ...(name ? { name } : {}) }, at);
  await beginConfirmation(email, at);
  return (await findContact(email))?.id ?? "";
}

/** A member: a confirmed trial, a code of one's own. */
export async function somebodyTrying(email: string, name?: string): Promise<{ id: string; code: string }> {
  const id = await somebodyAsking(email, name);
  await confirmTrial(id, now());
  const joined = await joinProgramme(id, now());
  return { id, code: joined.ok ? joined.member.code : "" };
}

/** The cookie of a session that is open, was over long ago, or belongs to staff. */
export async function sessionCookieOf(
  contactId: string,
  about: { role?: Role; expiresAt?: string } = {},
): Promise<string> {
  const secret = newSecret();
  const { role, expiresAt = secondsAfter(now(), 3600) } = about;
  const session = { contactId, ...(role ? { role } : {}), signedInAt: now(), expiresAt };
  await commit([sessionWrite(hashSecret(secret), session)]);
  return `__Host-session=${secret}`;
}

/** A signed token, as a mail would carry it. */
export async function tokenFor(purpose: TokenPurpose, subject: string, expiresAt?: string): Promise<string> {
  return signToken({ purpose, subject, ...(expiresAt ? { expiresAt } : {}) }, await tokenKeys());
}

/** A sign-in link's token; `secondsAgo` makes it an older one. */
export async function signInToken(contactId: string, secondsAgo = 0): Promise<string> {
  const at = secondsAfter(now(), -secondsAgo);
  return signToken(signInLink(contactId, at, at) as Parameters<typeof signToken>[0], await tokenKeys());
}

/** An integrator's key as an Authorization header. */
export async function bearer(): Promise<string> {
  return `Bearer ${(await issueKey("edge", now())).key}`;
}
