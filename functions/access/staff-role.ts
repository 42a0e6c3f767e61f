import { setting } from "../platform/settings.ts";
import type { Role } from "./rules/staff.ts";
import { readStaffRole } from "./store.ts";

/** The role of an address in the console; the deployment's first admin is one without being entered by anybody. */
export async function staffRole(email: string): Promise<Role | undefined> {
  const role = await readStaffRole(email);
  return role ?? (email === setting("FIRST_ADMIN").toLowerCase() ? "admin" : undefined);
}
