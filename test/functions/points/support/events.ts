import { type EventData, type EventOf, type EventType, eventOf } from "../../../../functions/platform/events.ts";

/** An event of a test; its id follows from type, contact and cause, as in the product. */
export function happened<T extends EventType>(
  type: T,
  data: EventData[T],
  { contactId = "con_ana", at = "2026-03-02T10:00:00.000Z", cause = JSON.stringify(data) } = {},
): EventOf<T> {
  return eventOf(type, { contactId, at, cause }, data);
}

/** A purchase in euros. */
export function purchase(orderId: string, totalMinor: number, about: { contactId?: string; at?: string } = {}) {
  return happened("purchase.recorded", { orderId, totalMinor, currency: "EUR", products: [] }, about);
}

/** Money given back for an order. */
export function refund(
  orderId: string,
  refundId: string,
  amountMinor: number,
  about: { contactId?: string; at?: string } = {},
) {
  return happened("purchase.refunded", { orderId, refundId, amountMinor, currency: "EUR" }, about);
}
