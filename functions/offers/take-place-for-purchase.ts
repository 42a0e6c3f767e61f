import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { EventOf } from "../platform/events.ts";
import { periodAt } from "./rules/offer-now.ts";
import { listOffers, placeTakenOnceWrite, takePlaceWrite } from "./store.ts";

/** Counts the place that a purchase took of a limited offer, so that the stock stated in mails stays true. */
export async function takePlaceForPurchase(event: EventOf<"purchase.recorded">): Promise<void> {
  const bought = new Set(event.data.products.map(({ productId }) => productId));
  const offers = (await listOffers()).filter(({ productIds }) => productIds?.some((id) => bought.has(id)));
  for (const offer of offers) {
    const period = periodAt(offer, event.at as Instant);
    // Refused when the order was counted before; when all places are gone the shop has sold more than was offered.
    await commit([placeTakenOnceWrite(offer, event.data.orderId), takePlaceWrite(offer, period)]);
  }
}
