import { readBrand } from "../brand/store.ts";
import type { Contact } from "../contacts/rules/contact.ts";
import { zoneOr } from "../contacts/rules/zone-or.ts";
import { listOffers } from "../offers/store.ts";
import type { Surroundings } from "./rules/wait-until.ts";

/** The zone in which a contact's waits are told, and the offers they may wait for. */
export async function surroundingsOf(contact: Contact | undefined): Promise<Surroundings> {
  const [brand, offers] = await Promise.all([readBrand(), listOffers()]);
  return { zone: zoneOr(contact?.timezone, brand.zone), offers };
}
