import type { PriceTable } from "./price-table.ts";
import { costOf, sumOfUsages, type Usage } from "./usage.ts";

/** What the product takes for one mail of each lane, part by part, as it was measured. */
export type MailUsage = Record<"marketing" | "transactional", Record<string, Usage>>;

/** What one mail of a lane costs in billionths of the currency: SES's price, and all that the product does for it. */
export function costOfMail(lane: keyof MailUsage, usage: MailUsage, table: PriceTable): number {
  return costOf(sumOfUsages([{ [table.mail]: 1 }, ...Object.values(usage[lane])]), table);
}
