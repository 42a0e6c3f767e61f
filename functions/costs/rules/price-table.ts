/** Everything that the product is billed for, by the name its price has in a price table. */
export const PRICE_NAMES = [
  "ses.mail",
  "ses.mail.essentials",
  "ses.attachment.gb",
  "dynamodb.write",
  "dynamodb.read",
  "dynamodb.storage.gb-month",
  "dynamodb.recovery.gb-month",
  "lambda.request",
  "lambda.gb-second",
  "sqs.request",
  "sns.publish",
  "api.request",
  "scheduler.invocation",
  "cloudfront.request",
  "cloudfront.function",
  "cloudfront.gb",
  "s3.storage.gb-month",
  "alarm.month",
  "key.month",
  "logs.ingested.gb",
  "logs.storage.gb-month",
] as const;
export type PriceName = (typeof PRICE_NAMES)[number];

/** So much of the table's currency for `per` units, and where that was read. */
export interface Price {
  amount: number;
  per: number;
  unit: string;
  source: string;
}

/** The list prices of one region from one day on; a later table never changes what was counted before its day. */
export interface PriceTable {
  validFrom: string;
  /** The day on which somebody compared the prices with their sources. */
  readOn: string;
  region: string;
  currency: string;
  /** Which of the two the account pays for a mail: à la carte, or the Essentials plan that new accounts begin with. */
  mail: "ses.mail" | "ses.mail.essentials";
  prices: Record<PriceName, Price>;
}

/** The table that holds at an instant: the newest that has begun, or the first one for what was before them all. */
export function pricesAt(tables: readonly PriceTable[], at: string): PriceTable {
  const sorted = tables.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  const found = sorted.findLast(({ validFrom }) => validFrom <= at.slice(0, 10)) ?? sorted[0];
  if (!found) throw new Error("There is no price table: functions/costs/prices.json must hold one at least.");
  return found;
}
