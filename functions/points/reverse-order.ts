import type { Instant } from "../platform/clock.ts";
import type { EventOf } from "../platform/events.ts";
import { orderOccasion } from "./rules/earnings-for.ts";
import { type Settled, settleRefund } from "./settle-refund.ts";
import { readEarning } from "./store.ts";

export type OrderReversed = Settled | { ok: false; reason: "bad-amount" | "other-currency" };

/** Takes back the points of a refunded order, in part or in full. */
export async function reverseOrder(event: EventOf<"purchase.refunded">, now: Instant): Promise<OrderReversed> {
  const { orderId, refundId, amountMinor, currency } = event.data;
  const { contactId } = event;
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 0) return { ok: false, reason: "bad-amount" };
  const occasion = orderOccasion(orderId);
  const earning = await readEarning(contactId, occasion);
  if (earning.currency && earning.currency !== currency) return { ok: false, reason: "other-currency" };
  const refund = { id: refundId, cause: event.id, at: event.at, amountMinor };
  return settleRefund({ contactId, occasion, refund }, now);
}
