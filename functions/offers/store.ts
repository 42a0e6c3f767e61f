import { type Condition, isNew } from "../platform/conditions.ts";
import { getItem, queryAll } from "../platform/dynamo.ts";
import type { Item } from "../platform/items.ts";
import type { Put, Update } from "../platform/writes.ts";
import type { Offer } from "./rules/offer.ts";
import type { OfferPeriod } from "./rules/offer-now.ts";

const PREFIX = "offer#";

export async function readOfferDefinition(name: string): Promise<Offer | undefined> {
  return (await getItem<Item & { offer: Offer }>({ pk: "programme", sk: `${PREFIX}${name}` }))?.offer;
}

export async function listOffers(): Promise<Offer[]> {
  const rows = await queryAll<Item & { offer: Offer }>({ pk: "programme", prefix: PREFIX });
  return rows.map(({ offer }) => offer);
}

/** How many places of a period are taken. */
export async function readTaken(name: string, period: OfferPeriod): Promise<number> {
  return (await getItem<Item & { taken: number }>(stockKey(name, period)))?.taken ?? 0;
}

export function offerWrite(offer: Offer): Put {
  return { put: { pk: "programme", sk: `${PREFIX}${offer.name}`, offer } };
}

/** Takes one place, refused when none is left: stock never goes below zero. */
export function takePlaceWrite(offer: Offer, period: OfferPeriod): Update {
  const left: Condition = { below: ["taken", offer.stock] };
  // A row that does not exist yet has every place free, unless there are none at all.
  const onlyIf: Condition = offer.stock > 0 ? { anyOf: [{ absent: "taken" }, left] } : left;
  return { update: stockKey(offer.name, period), add: { taken: 1 }, onlyIf, refusal: "offer-full" };
}

/** Marks an order as counted against an offer, once. */
export function placeTakenOnceWrite(offer: Offer, orderId: string): Put {
  const key = { pk: `${PREFIX}${offer.name}`, sk: `order#${orderId}` };
  return { put: key, onlyIf: isNew, refusal: "already-counted" };
}

function stockKey(name: string, period: OfferPeriod) {
  return { pk: `${PREFIX}${name}`, sk: `stock#${period.key}` };
}
