import type * as z from "zod/mini";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import type { Recorded, Told } from "./record-order.ts";
import { refundAmount } from "./rules/order-amounts.ts";
import type { OrderRefunded } from "./rules/reported-event.ts";
import { newRefundWrite, orderRefundedWrite, readOrder, refundIsKnown } from "./store.ts";

/** Records that an order was given back, wholly or in part, once by its refund id. */
export async function recordRefund(
  said: z.infer<typeof OrderRefunded>,
  reportId: string,
  told: Told,
): Promise<Recorded> {
  const order = await readOrder(said.order_id);
  if (!order) return { ok: false, reason: "order-unknown" };
  const refundId = said.refund_id ?? reportId;
  if (await refundIsKnown(order.orderId, refundId)) return { ok: true, already: true };
  const amountMinor = refundAmount(said, order);
  if (!amountMinor || amountMinor < 0) return { ok: false, reason: "amount-invalid" };
  const data = { orderId: order.orderId, refundId, amountMinor, currency: order.currency };
  const about = { contactId: order.contactId, at: told.at, cause: `${order.orderId}#${refundId}` };
  const done = await commit([
    newRefundWrite(order, refundId, amountMinor, told.at),
    orderRefundedWrite(order, amountMinor),
    recordEvent(eventOf("purchase.refunded", about, data), told.heardAt),
  ]);
  if (done.ok || done.reason === "already-recorded") return { ok: true, already: !done.ok };
  return { ok: false, reason: done.reason };
}
