import type { Contact } from "./rules/contact.ts";
import { readAddress } from "./rules/read-address.ts";
import type { Suppression } from "./rules/suppression.ts";
import { contactsOfMonth, findContact, readContact } from "./store.ts";
import { readSuppression } from "./suppression-store.ts";

/** A contact by id, with whether its address may be mailed at all. */
export async function lookUpContact(id: string): Promise<(Contact & { suppression?: Suppression }) | undefined> {
  const contact = await readContact(id);
  const suppression = contact && (await readSuppression(contact.email));
  return contact && { ...contact, ...(suppression ? { suppression } : {}) };
}

/** The contact behind an address, however it is written. */
export async function lookUpAddress(text: string): Promise<Contact | undefined> {
  const email = readAddress(text);
  return email ? findContact(email) : undefined;
}

/** The contacts confirmed in one month ("2026-11"), newest first. */
export function listContactsOfMonth(month: string, limit: number, after?: string) {
  return contactsOfMonth(month, limit, after);
}
