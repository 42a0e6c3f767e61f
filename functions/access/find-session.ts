import { readContact } from "../contacts/store.ts";
import type { Instant } from "../platform/clock.ts";
import { hashSecret } from "../platform/ids.ts";
import type { Session } from "./rules/staff.ts";
import { staffRole } from "./staff-role.ts";
import { readSession } from "./store.ts";

/** The session that a cookie's secret opens, if it still holds; who was erased is signed out everywhere. */
export async function findSession(secret: string | undefined, now: Instant): Promise<Session | undefined> {
  if (!secret) return undefined;
  const session = await readSession(hashSecret(secret));
  if (!session || session.expiresAt <= now) return undefined;
  const contact = await readContact(session.contactId);
  return contact && { ...session, email: contact.email };
}

/** The session of a member of staff with the role held today: who was let go is out at once. */
export async function findStaffSession(secret: string | undefined, now: Instant) {
  const session = await findSession(secret, now);
  const role = session?.role && (await staffRole(session.email));
  return session && role ? { ...session, role } : undefined;
}
