import type { Instant } from "../platform/clock.ts";
import type { Contact } from "./rules/contact.ts";
import { EVERY_LETTER, gapDays } from "./rules/preferences.ts";
import { readTurns } from "./store.ts";

/** Tells when a contact last got a letter other than this one. */
export type LastLetters = (contactId: string, messageId: string) => Instant | undefined;

/** The last letters to those of these contacts who chose a pace; nothing is read for anybody else. */
export async function lastLetters(contacts: Contact[]): Promise<LastLetters> {
  const paced = contacts.filter(({ preferences = EVERY_LETTER }) => gapDays(preferences) > 0);
  const turns = paced.length > 0 ? await readTurns(paced.map(({ id }) => id)) : new Map();
  return (contactId, messageId) => {
    const turn = turns.get(contactId);
    return turn?.messageId === messageId ? undefined : turn?.at;
  };
}
