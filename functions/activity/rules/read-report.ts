import type * as z from "zod/mini";
import { isStorable } from "./is-storable.ts";
import { type OrderAmounts, orderAmounts } from "./order-amounts.ts";
import { OrderCompleted, OrderRefunded, ProductReviewed, type Track, TrialUsed } from "./reported-event.ts";

/** What a report tells, once it is known to be readable. */
export type ReadReport =
  | { ok: true; of: "order"; orderId: string; amounts: OrderAmounts & { ok: true } }
  | { ok: true; of: "refund"; refund: z.infer<typeof OrderRefunded> }
  | { ok: true; of: "review"; review: z.infer<typeof ProductReviewed> }
  | { ok: true; of: "trial-used"; offer?: string | undefined }
  | { ok: true; of: "custom" }
  | Unreadable;

type Unreadable = { ok: false; reason: "properties-invalid" | "amount-invalid" };

const UNREADABLE: Unreadable = { ok: false, reason: "properties-invalid" };

/** Reads a report before anything is looked up or written: one that cannot be read changes nothing. */
export function readReport({ event, properties = {} }: Track): ReadReport {
  if (!isStorable(properties)) return UNREADABLE;
  const read = Object.hasOwn(READERS, event) ? READERS[event] : undefined;
  return read ? read(properties) : { ok: true, of: "custom" };
}

const READERS: Record<string, (properties: unknown) => ReadReport> = {
  "Order Completed": readOrder,
  "Order Refunded": (properties) => {
    const { success, data } = OrderRefunded.safeParse(properties);
    return success ? { ok: true, of: "refund", refund: data } : UNREADABLE;
  },
  "Product Reviewed": (properties) => {
    const { success, data } = ProductReviewed.safeParse(properties);
    return success ? { ok: true, of: "review", review: data } : UNREADABLE;
  },
  "Trial Used": (properties) => {
    const { success, data } = TrialUsed.safeParse(properties);
    return success ? { ok: true, of: "trial-used", offer: data.offer } : UNREADABLE;
  },
};

function readOrder(properties: unknown): ReadReport {
  const { success, data } = OrderCompleted.safeParse(properties);
  if (!success) return UNREADABLE;
  const amounts = orderAmounts(data);
  return amounts.ok ? { ok: true, of: "order", orderId: data.order_id, amounts } : amounts;
}
