import { nanosPerMail, priceTable } from "../functions/costs/known-prices.ts";
import type { PriceTable } from "../functions/costs/rules/price-table.ts";
import { costLines, costOf, sumOfUsages, type Usage } from "../functions/costs/rules/usage.ts";
import kept from "../functions/costs/usage.json" with { type: "json" };
import type { Bench, Measurement } from "./support/bench.ts";
import { laneUsage } from "./support/lane-usage.ts";
import { measureUsage, type ProductUsage } from "./support/product-usage.ts";

/** A mail's own price is what the gate is a share of; the account's rate decides how full calls are, and how long a sender waits. */
const RATES = [14, 100, 500];
const GATED_FROM = 100;
const OVER_SES = 2;
const SIGN_UP = 3.3;
const LEDGER = 1.3;
/** What a month's costs are counted by may be off by so much before it has to be measured anew. */
const KEPT_OFF = 1.1;

/** What a million of each costs by the price table: units and calls as counted, functions' time as it was measured here. */
export const bench: Bench = {
  name: "cost.million",
  about:
    "counts of the deployed product on the local tables × the price table: a mail from the due row to the recorded answer over SES's own price, a sign-up and a ledger entry by themselves; and each with all that follows from it, told without a gate",
  run: async () => {
    const table = priceTable(new Date().toISOString());
    const usage = await measureUsage();
    return [...(await sending(table)), ...alone(usage, table), ...allTold(usage, table), ...keptRight(usage, table)];
  },
};

async function sending(table: PriceTable): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  const ses = costOf({ [table.mail]: 1 }, table);
  for (const rate of RATES) {
    const usage = await laneUsage(rate, Math.min(1000, rate * 20));
    measured.push({
      case: `a mail sent at ${rate} a second, over SES's price`,
      value: (costOf(usage, table) / ses) * 100,
      unit: "%",
      // At fourteen a second calls carry seven mails, and the sender is paid for waiting.
      ...(rate >= GATED_FROM ? { gate: { is: "at-most", value: OVER_SES } as const } : {}),
      moonshot: 0.67,
      note: linesOf(usage, table),
    });
  }
  return measured;
}

/** The acts that the gates are about, each by itself. */
function alone({ signUp, ledgerEntry }: ProductUsage, table: PriceTable): Measurement[] {
  const signedUp = signUp.asked ?? {};
  const entry = ledgerEntry.posted ?? {};
  const writes = { "dynamodb.write": entry["dynamodb.write"] ?? 0 };
  return [
    million("1 M sign-ups, from the request to the answer", signedUp, table, { gate: SIGN_UP, moonshot: 2.48 }),
    million("1 M ledger entries, their writes", writes, table, { gate: LEDGER, moonshot: 0.63 }),
  ];
}

/** What follows from each, too: the confirmation's mail and what SES reports of it, the journey behind a mail, the call behind an entry. */
function allTold({ mail, signUp, ledgerEntry }: ProductUsage, table: PriceTable): Measurement[] {
  const all = (parts: Record<string, Usage>) => sumOfUsages(Object.values(parts));
  const sent = { [table.mail]: 1 };
  return [
    million("1 M marketing mails of a journey, all told", sumOfUsages([sent, all(mail.marketing)]), table),
    ...Object.entries(mail.marketing).map(([part, usage]) => million(`of that: ${part}`, usage, table)),
    million("1 M transactional mails, all told", sumOfUsages([sent, all(mail.transactional)]), table),
    million("1 M sign-ups with their confirmations", sumOfUsages([all(signUp), sent, all(mail.transactional)]), table),
    million("1 M ledger entries by an API call", all(ledgerEntry), table),
  ];
}

/** The month's costs are counted by what is kept, not by what is measured today: the two must not drift apart. */
function keptRight({ mail }: ProductUsage, table: PriceTable): Measurement[] {
  return (["marketing", "transactional"] as const).map((lane) => {
    const now = costOf(sumOfUsages([{ [table.mail]: 1 }, ...Object.values(mail[lane])]), table);
    const counted = nanosPerMail(lane, new Date().toISOString());
    return {
      case: `a ${lane} mail as measured now, over what is counted for it`,
      value: Math.max(now / counted, counted / now),
      unit: "×",
      gate: { is: "at-most", value: KEPT_OFF } as const,
      note: `kept since ${kept.measuredOn} in functions/costs/usage.json`,
    };
  });
}

function million(
  name: string,
  usage: Usage,
  table: PriceTable,
  { gate, moonshot }: { gate?: number; moonshot?: number } = {},
): Measurement {
  return {
    case: name,
    value: (costOf(usage, table) * 1_000_000) / 1_000_000_000,
    unit: "$",
    ...(gate ? { gate: { is: "at-most", value: gate } as const } : {}),
    ...(moonshot ? { moonshot } : {}),
    note: linesOf(usage, table),
  };
}

function linesOf(usage: Usage, table: PriceTable): string {
  const lines = costLines(usage, table).toSorted((one, other) => other.nanos - one.nanos);
  return lines
    .filter(({ nanos }) => nanos >= 10)
    .map(({ name, quantity, nanos }) => `${Number(quantity.toPrecision(3))} ${name} $${(nanos / 1000).toFixed(2)}`)
    .join(", ");
}
