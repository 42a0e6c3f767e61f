import { readReferral } from "./store.ts";

/** Who brought a contact, if anybody did. */
export async function readAdvocate(contactId: string): Promise<string | undefined> {
  return (await readReferral(contactId))?.advocateId;
}
