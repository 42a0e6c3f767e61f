import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import type { OrderAmounts } from "./rules/order-amounts.ts";
import { newOrderWrite, type Order } from "./store.ts";

/** Whether a report was taken in; `already` when it had been before. */
export type Recorded = { ok: true; already?: boolean } | { ok: false; reason: string };

/** When something happened, and when we heard of it. */
export interface Told {
  at: Instant;
  heardAt: Instant;
}

/** Records a purchase once by its order id; the same order told differently is refused, never overwritten. */
export async function recordOrder(
  contactId: string,
  orderId: string,
  { totalMinor, currency, products }: OrderAmounts & { ok: true },
  told: Told,
): Promise<Recorded> {
  const order: Order = { orderId, contactId, totalMinor, currency, products, orderedAt: told.at, refundedMinor: 0 };
  const data = { orderId, totalMinor, currency, products };
  const event = eventOf("purchase.recorded", { contactId, at: told.at, cause: orderId }, data);
  const done = await commit([newOrderWrite(order), recordEvent(event, told.heardAt)]);
  if (done.ok) return { ok: true };
  return sameOrder(order, done.existing as Order | undefined)
    ? { ok: true, already: true }
    : { ok: false, reason: "order-differs" };
}

function sameOrder(order: Order, known: Order | undefined): boolean {
  const facts = ({ contactId, totalMinor, currency, products }: Order) =>
    JSON.stringify([
      contactId,
      totalMinor,
      currency,
      products.map((each) => [each.productId, each.priceMinor, each.quantity]),
    ]);
  return known?.products !== undefined && facts(known) === facts(order);
}
