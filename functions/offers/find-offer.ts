import type { Instant } from "../platform/clock.ts";
import type { Offer } from "./rules/offer.ts";
import { type OfferNow, offerAt, periodAt } from "./rules/offer-now.ts";
import { readOfferDefinition, readTaken } from "./store.ts";

/** An offer with what is left of it right now, or undefined when there is none of that name. */
export async function findOffer(name: string, now: Instant): Promise<{ offer: Offer; now: OfferNow } | undefined> {
  const offer = await readOfferDefinition(name);
  if (!offer) return undefined;
  const taken = await readTaken(name, periodAt(offer, now));
  return { offer, now: offerAt(offer, taken, now) };
}
