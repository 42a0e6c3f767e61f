import type { Instant } from "../platform/clock.ts";
import prices from "./prices.json" with { type: "json" };
import { costOfMail, type MailUsage } from "./rules/cost-of-mail.ts";
import { type PriceTable, pricesAt } from "./rules/price-table.ts";
import usage from "./usage.json" with { type: "json" };

// As they are: a test reads them by their schema, which the functions that send have no room for.
const tables = prices as PriceTable[];

/** The list prices that hold at an instant. */
export function priceTable(at: Instant): PriceTable {
  return pricesAt(tables, at);
}

/** What one mail of a lane costs at an instant, in billionths of the price table's currency. */
export function nanosPerMail(lane: keyof MailUsage, at: Instant): number {
  return costOfMail(lane, usage.mail, priceTable(at));
}

/** When it was measured what the product itself takes for a mail. */
export const usageMeasuredOn = usage.measuredOn;
