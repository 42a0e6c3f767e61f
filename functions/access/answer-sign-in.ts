import type { Contact } from "../contacts/rules/contact.ts";
import { findContact, newContactWrites } from "../contacts/store.ts";
import { readSuppression } from "../contacts/suppression-store.ts";
import { queueMessage } from "../mail/queue-message.ts";
import { SIGN_IN_MINUTES, signInLink } from "../mail/rules/sign-in-link.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { derivedIdAt } from "../platform/ids.ts";
import type { Write } from "../platform/writes.ts";
import { staffRole } from "./staff-role.ts";
import { readSignInRequest, type SignInRequest, signInAnsweredWrite } from "./store.ts";

/** Mails a sign-in link to whoever may sign in; a stranger's request ends silently. */
export async function answerSignIn(email: string, now: Instant): Promise<void> {
  const request = await readSignInRequest(email);
  if (!request?.queue) return;
  const [contact, role, suppression] = await Promise.all([
    findContact(email),
    staffRole(email),
    readSuppression(email),
  ]);
  const known = !suppression && (contact?.confirmedAt || role);
  const done = await commit([signInAnsweredWrite(request), ...(known ? linkWrites(request, contact, now) : [])]);
  if (!done.ok && done.reason === "address-taken") await answerSignIn(email, now);
}

function linkWrites(request: SignInRequest, contact: Contact | undefined, now: Instant): Write[] {
  const person = contact ?? newStaffContact(request);
  const link = signInLink(person.id, request.requestedAt, request.requestedAt);
  const about = { kind: "transactional", contactId: person.id, cause: { event: "sign-in.requested" } } as const;
  const variables = { signInExpiresMinutes: SIGN_IN_MINUTES };
  const mail = queueMessage({ ...about, template: "sign-in", occurrence: request.requestedAt, link, variables }, now);
  return [...(contact ? [] : newContactWrites(person)), mail];
}

/** Staff need no trial to sign in, but their mail needs somebody to go to. */
function newStaffContact({ email, requestedAt }: SignInRequest): Contact {
  const id = derivedIdAt("con", requestedAt, email);
  return { id, email, locale: "en", createdAt: requestedAt, consent: { marketing: false, at: requestedAt } };
}
