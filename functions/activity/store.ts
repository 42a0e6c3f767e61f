import type { Instant } from "../platform/clock.ts";
import { isNew } from "../platform/conditions.ts";
import { getItem } from "../platform/dynamo.ts";
import type { OrderedProduct } from "../platform/events.ts";
import type { Item, Key } from "../platform/items.ts";
import type { RowKind } from "../platform/row-kinds.ts";
import type { Put, Update } from "../platform/writes.ts";

/** A purchase as the shop reported it, and how much of it has been given back. */
export interface Order {
  orderId: string;
  contactId: string;
  totalMinor: number;
  currency: string;
  products: OrderedProduct[];
  orderedAt: Instant;
  refundedMinor: number;
}

const orderKey = (orderId: string): Key => ({ pk: `order#${orderId}`, sk: "order" });

export function readOrder(orderId: string): Promise<Order | undefined> {
  return getItem<Item & Order>(orderKey(orderId));
}

export function newOrderWrite(order: Order): Put {
  return { put: { ...orderKey(order.orderId), ...order }, onlyIf: isNew, refusal: "order-known" };
}

/** Counts a refund against its order; more than was paid is refused. */
export function orderRefundedWrite(order: Order, amountMinor: number): Update {
  const most = order.totalMinor - amountMinor;
  return {
    update: orderKey(order.orderId),
    add: { refundedMinor: amountMinor },
    onlyIf: { below: ["refundedMinor", most + 1] },
    refusal: "refund-exceeds-order",
  };
}

export async function refundIsKnown(orderId: string, refundId: string): Promise<boolean> {
  return (await getItem(refundKey(orderId, refundId))) !== undefined;
}

export function newRefundWrite(order: Order, refundId: string, amountMinor: number, at: Instant): Put {
  const facts = { refundId, amountMinor, currency: order.currency, refundedAt: at };
  return { put: { ...refundKey(order.orderId, refundId), ...facts }, onlyIf: isNew, refusal: "already-recorded" };
}

/** Marks something reported once under the reporter's own id, so that telling it again changes nothing. */
export function reportedOnceWrite(contactId: string, kind: "review" | "report", id: string, facts: object): Put {
  return { put: { pk: contactId, sk: `${kind}#${id}`, ...facts }, onlyIf: isNew, refusal: "already-recorded" };
}

/** What the shop reported of a contact: that it was reported stays, so that telling it again changes nothing. */
export const activityRowKinds: RowKind[] = [
  { sk: "review#", section: "reviews", erased: () => ({ remove: ["body", "rating"] }) },
  { sk: "report#", section: "reports", erased: "stays" },
];

function refundKey(orderId: string, refundId: string): Key {
  return { pk: `order#${orderId}`, sk: `refund#${refundId}` };
}
