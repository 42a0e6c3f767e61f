import type { Redemption } from "./rules/redemption.ts";
import { readRedemptions } from "./store.ts";

/** Everything that a member spent points on, the newest first. */
export function listRedemptions(contactId: string): Promise<Redemption[]> {
  return readRedemptions(contactId);
}
