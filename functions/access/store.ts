import { epochSeconds, type Instant } from "../platform/clock.ts";
import { type Condition, exists, isNew } from "../platform/conditions.ts";
import { getItem } from "../platform/dynamo.ts";
import type { Item, Key } from "../platform/items.ts";
import { DUE_WORK, dueWork } from "../platform/work-rows.ts";
import type { Delete, Put, Update } from "../platform/writes.ts";
import type { Role, Session } from "./rules/staff.ts";

/** The sort key of requests for a sign-in link, by which a worker knows what it was handed. */
export const SIGN_IN_REQUEST = "sign-in-request";

export interface SignInRequest {
  email: string;
  requestedAt: Instant;
}

const requestKey = (email: string): Key => ({ pk: `adr#${email}`, sk: SIGN_IN_REQUEST });
const sessionKey = (hash: string): Key => ({ pk: `session#${hash}`, sk: "session" });
const staffKey = (email: string): Key => ({ pk: `staff#${email}`, sk: "staff" });
const apiKeyKey = (hash: string): Key => ({ pk: `api-key#${hash}`, sk: "key" });

export function readSignInRequest(email: string): Promise<(Item & SignInRequest) | undefined> {
  return getItem<Item & SignInRequest>(requestKey(email));
}

/** Keeps a request for a sign-in link as due work, unless one made at or after `repeatableSince` stands. */
export function signInRequestWrite(request: SignInRequest, repeatableSince: Instant): Put {
  const key = requestKey(request.email);
  return {
    put: { ...key, ...request, ...dueWork("reactions", request.requestedAt, key.pk) },
    onlyIf: { anyOf: [isNew, { below: ["requestedAt", repeatableSince] }] },
    refusal: "asked-recently",
  };
}

export function signInAnsweredWrite({ email, requestedAt }: SignInRequest): Update {
  const onlyIf: Condition = { allOf: [{ equals: ["requestedAt", requestedAt] }, { present: "queue" }] };
  return { update: requestKey(email), remove: DUE_WORK, onlyIf, refusal: "already-answered" };
}

/** Takes away that an address asked for a sign-in link. */
export function signInErasedWrite(email: string): Delete {
  return { delete: requestKey(email) };
}

/** Uses up a sign-in link; the second use is refused. The row may vanish once the link itself is too old. */
export function linkUsedWrite(subject: string, at: Instant, linkExpiresAt: Instant): Put {
  const item = { pk: `magic#${subject}`, sk: "used", usedAt: at, expiresAt: epochSeconds(linkExpiresAt) };
  return { put: item, onlyIf: isNew, refusal: "link-used" };
}

/** A session as it is kept: whose it is, by id alone. */
export type KeptSession = Omit<Session, "email">;

export async function readSession(hash: string): Promise<KeptSession | undefined> {
  const row = await getItem<Item & { session: KeptSession }>(sessionKey(hash));
  return row?.session;
}

export function sessionWrite(hash: string, session: KeptSession): Put {
  return { put: { ...sessionKey(hash), session, expiresAt: epochSeconds(session.expiresAt) }, onlyIf: isNew };
}

/** Ends a session at once; the row stays until its time is over. */
export function endSessionWrite(hash: string): Update {
  return { update: sessionKey(hash), remove: ["session"], onlyIf: exists, refusal: "not-found" };
}

export async function readStaffRole(email: string): Promise<Role | undefined> {
  return (await getItem<Item & { role: Role }>(staffKey(email)))?.role;
}

export async function readApiKey(hash: string): Promise<{ name: string } | undefined> {
  return getItem<Item & { name: string }>(apiKeyKey(hash));
}

export function apiKeyWrite(hash: string, name: string, at: Instant): Put {
  return { put: { ...apiKeyKey(hash), name, issuedAt: at }, onlyIf: isNew };
}

/** Who did what to what in the console, and what it was before and after. */
export interface AuditEntry {
  id: string;
  at: Instant;
  staff: string;
  act: string;
  subject: string;
  before?: unknown;
  after?: unknown;
}

export function auditWrite(entry: AuditEntry): Put {
  return { put: { pk: `audit#${entry.at.slice(0, 7)}`, sk: `${entry.at}#${entry.id}`, ...entry } };
}
