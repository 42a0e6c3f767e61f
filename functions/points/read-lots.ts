import type { Instant } from "../platform/clock.ts";
import type { Lot } from "./rules/lot.ts";
import { readLotRows } from "./store.ts";

/** A member's lots, oldest first, from those earned at `since` on. */
export function readLots(contactId: string, since: Instant): Promise<Lot[]> {
  return readLotRows(contactId, since);
}
