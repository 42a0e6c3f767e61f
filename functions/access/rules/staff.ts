import type { Instant } from "../../platform/clock.ts";

/** What a member of staff may do; an admin may do everything. */
export const ROLES = ["admin", "marketer", "care", "analyst"] as const;
export type Role = (typeof ROLES)[number];

/** The acts in the console that a role is asked for. */
export type Permission =
  | "read"
  | "edit-content"
  | "lock-design"
  | "care-for-contacts"
  | "settle-mail"
  | "set-budget"
  | "manage-staff";

const ALLOWED: Record<Role, readonly Permission[]> = {
  admin: ["read", "edit-content", "lock-design", "care-for-contacts", "settle-mail", "set-budget", "manage-staff"],
  marketer: ["read", "edit-content", "settle-mail"],
  care: ["read", "care-for-contacts", "settle-mail"],
  analyst: ["read"],
};

/** Whether a role may do something; what is not listed is refused. */
export function mayDo(role: Role, permission: Permission): boolean {
  return ALLOWED[role].includes(permission);
}

/** A signed-in browser: a member, who may be staff as well. */
export interface Session {
  contactId: string;
  email: string;
  role?: Role;
  signedInAt: Instant;
  expiresAt: Instant;
}

/** How long a session lasts. */
export const SESSION_DAYS = 14;
