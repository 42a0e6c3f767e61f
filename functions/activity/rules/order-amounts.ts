import type * as z from "zod/mini";
import type { OrderedProduct } from "../../platform/events.ts";
import { minorUnits } from "./minor-units.ts";
import type { OrderCompleted, OrderRefunded } from "./reported-event.ts";

/** What an order amounts to, or why its amounts cannot be read. */
export type OrderAmounts =
  | { ok: true; totalMinor: number; currency: string; products: OrderedProduct[] }
  | { ok: false; reason: "amount-invalid" };

/** Reads the amounts of an order in minor units; a price that is no amount refuses the whole order. */
export function orderAmounts(order: z.infer<typeof OrderCompleted>): OrderAmounts {
  const currency = order.currency.toUpperCase();
  const totalMinor = minorUnits(order.total, currency);
  const products = readProducts(order.products ?? [], currency);
  if (totalMinor === undefined || !products || !isExact(products)) return { ok: false, reason: "amount-invalid" };
  return { ok: true, totalMinor, currency, products };
}

/** How much a refund gives back: its total, or its products at the prices of the order, or all that is left. */
export function refundAmount(
  refund: z.infer<typeof OrderRefunded>,
  order: { totalMinor: number; refundedMinor: number; currency: string; products: OrderedProduct[] },
): number | undefined {
  if (refund.currency && refund.currency.toUpperCase() !== order.currency) return undefined;
  if (refund.total !== undefined) return minorUnits(refund.total, order.currency);
  if (!refund.products?.length) return order.totalMinor - order.refundedMinor;
  const lines = refund.products.map((line) => lineAmount(line, order));
  const sum = lines.every((line) => line !== undefined) ? lines.reduce((all, line) => all + line, 0) : undefined;
  return Number.isSafeInteger(sum) ? sum : undefined;
}

/** Whether all lines together are an amount that is counted exactly: what earns points is added up by others. */
function isExact(products: OrderedProduct[]): boolean {
  return Number.isSafeInteger(products.reduce((sum, { priceMinor, quantity }) => sum + priceMinor * quantity, 0));
}

type Line = NonNullable<z.infer<typeof OrderRefunded>["products"]>[number];

function lineAmount(line: Line, order: { currency: string; products: OrderedProduct[] }): number | undefined {
  const ordered = order.products.find(({ productId }) => productId === line.product_id);
  const price = line.price === undefined ? ordered?.priceMinor : minorUnits(line.price, order.currency);
  return price === undefined ? undefined : price * (line.quantity ?? 1);
}

function readProducts(lines: Line[], currency: string): OrderedProduct[] | undefined {
  const products: OrderedProduct[] = [];
  for (const line of lines) {
    const priceMinor = minorUnits(line.price ?? 0, currency);
    if (priceMinor === undefined) return undefined;
    products.push({ productId: line.product_id, priceMinor, quantity: line.quantity ?? 1 });
  }
  return products;
}
