import type { PriceName, PriceTable } from "./price-table.ts";

/** How much something takes of what is billed, in the units of the price table: 2 "dynamodb.write" are two write units. */
export type Usage = Partial<Record<PriceName, number>>;

/** One line of a bill: so much of one thing, what that costs, and how it is worked out. */
export interface CostLine {
  name: PriceName;
  quantity: number;
  unit: string;
  /** Billionths of the currency, not rounded. */
  nanos: number;
}

const NANOS = 1_000_000_000;

/** What a usage costs, line by line in the order of the price table. */
export function costLines(usage: Usage, { prices }: PriceTable): CostLine[] {
  return (Object.keys(prices) as PriceName[]).flatMap((name) => {
    const quantity = usage[name] ?? 0;
    const { amount, per, unit } = prices[name];
    return quantity === 0 ? [] : [{ name, quantity, unit, nanos: (quantity * amount * NANOS) / per }];
  });
}

/** What a usage costs, in whole billionths of the currency. */
export function costOf(usage: Usage, table: PriceTable): number {
  return Math.round(costLines(usage, table).reduce((sum, { nanos }) => sum + nanos, 0));
}

/** Several usages together. */
export function sumOfUsages(usages: readonly Usage[]): Usage {
  const sum: Usage = {};
  for (const usage of usages)
    for (const [name, quantity] of Object.entries(usage) as [PriceName, number][])
      sum[name] = (sum[name] ?? 0) + quantity;
  return sum;
}

/** A usage so many times over. */
export function timesUsage(usage: Usage, times: number): Usage {
  return Object.fromEntries(Object.entries(usage).map(([name, quantity]) => [name, quantity * times]));
}
