import type { Contact } from "../contacts/rules/contact.ts";
import { readContacts } from "../contacts/store.ts";
import type { Message } from "./rules/message.ts";
import { unknownMessages } from "./store.ts";

/** A message of which nobody knows whether it went out, and who it was for; erased people have no contact any more. */
export interface UnknownMessage {
  message: Message;
  contact: Contact | undefined;
}

/** One page of the messages whose answer was lost, the newest first. */
export async function listUnknown(limit: number, after?: string): Promise<{ items: UnknownMessage[]; next?: string }> {
  const page = await unknownMessages(limit, after);
  const contacts = await readContacts(page.items.map(({ contactId }) => contactId));
  const items = page.items.map((message) => ({ message, contact: contacts.get(message.contactId) }));
  return page.next ? { items, next: page.next } : { items };
}
