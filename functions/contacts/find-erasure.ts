import { readErasure } from "./erasure-store.ts";
import type { Erasure } from "./rules/erasure.ts";

/** How far the erasure of a person is; undefined for who was not erased. */
export function findErasure(contactId: string): Promise<Erasure | undefined> {
  return readErasure(contactId);
}
