import { readContact } from "../contacts/store.ts";
import { readOfferDefinition } from "../offers/store.ts";
import { readSignUp, readTrial } from "./store.ts";

/** What a confirmation link is about, read without changing anything; undefined when nothing waits for it. */
export async function lookUpTrial(contactId: string) {
  const contact = await readContact(contactId);
  const signUp = contact && (await readSignUp(contact.email));
  const offer = signUp?.offer ? await readOfferDefinition(signUp.offer) : undefined;
  if (!contact || !signUp || !offer) return undefined;
  return { locale: signUp.locale, offer, trial: await readTrial(contact.id, offer.name) };
}
