import type { Trial } from "./rules/trial.ts";
import { trialsOf } from "./store.ts";

/** Every trial a contact has had. */
export function listTrials(contactId: string): Promise<Trial[]> {
  return trialsOf(contactId);
}
