import { readFileSync } from "node:fs";
import { priceTable } from "../functions/costs/known-prices.ts";
import { type PriceTable, pricesAt } from "../functions/costs/rules/price-table.ts";
import { readPriceTables } from "../functions/costs/rules/read-price-tables.ts";
import usage from "../functions/costs/usage.json" with { type: "json" };
import { assemblyResources } from "./estimate/assembly-resources.ts";
import { idleItems } from "./estimate/idle-items.ts";
import { sayEstimate } from "./estimate/say-estimate.ts";
import { monthOfOnesOwn, perThousand } from "./estimate/things-told.ts";
import { wantedFrom } from "./estimate/wanted.ts";

// npm run estimate -- [--mails 1000000 …]: what the assembly costs idle, a thousand of each thing, and a month of one's own.
try {
  const wanted = wantedFrom(process.argv.slice(2));
  const now = new Date().toISOString();
  const found = wanted.prices ? pricesFrom(wanted.prices, now) : priceTable(now);
  const table = wanted.essentials ? { ...found, mail: "ses.mail.essentials" as const } : found;
  const { items, unknown } = idleItems(assemblyResources(wanted.assembly), usage.sweep);
  const { region, currency, validFrom, readOn } = table;
  console.log(
    `AWS's list prices of ${region} in ${currency}, valid from ${validFrom}, read on ${readOn}; free allowances are not taken off.`,
  );
  console.log(`Counts: measured on ${usage.measuredOn} (${usage.how}).\n`);
  const idle = { title: "Idle, a month of 730 hours", parts: items };
  console.log(
    sayEstimate(
      [idle, ...perThousand(usage, table, wanted.rate), ...monthOfOnesOwn(usage, table, wanted, items)],
      table,
    ),
  );
  if (unknown.length > 0)
    console.log(`\nNot in this estimate, because nobody has said what it costs: ${unknown.join(", ")}.`);
} catch (cause) {
  console.error((cause as Error).message);
  process.exitCode = 2;
}

/** Price tables of one's own, in the form of functions/costs/prices.json. */
function pricesFrom(file: string, now: string): PriceTable {
  const read = readPriceTables(JSON.parse(readFileSync(file, "utf8")));
  if (read.ok) return pricesAt(read.tables, now);
  throw new Error(`${file} is no list of price tables as functions/costs/prices.json is one: ${read.problem}`);
}
