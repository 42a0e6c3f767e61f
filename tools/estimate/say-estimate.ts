import type { PriceTable } from "../../functions/costs/rules/price-table.ts";
import { type CostLine, costLines, type Usage } from "../../functions/costs/rules/usage.ts";

/** One thing whose costs are told, with what it takes part by part. */
export interface Told {
  title: string;
  parts: { what: string; how?: string; usage: Usage }[];
}

/** An estimate as lines of text: every amount with the formula it comes from, so that a reader can check it. */
export function sayEstimate(told: readonly Told[], table: PriceTable): string {
  return told.map((one) => sayOne(one, table).join("\n")).join("\n\n");
}

const NANOS = 1_000_000_000;

function sayOne({ title, parts }: Told, table: PriceTable): string[] {
  const lines = parts.flatMap((part) => sayPart(part, table));
  const sum = parts.flatMap(({ usage }) => costLines(usage, table)).reduce((total, { nanos }) => total + nanos, 0);
  return [title, ...lines, columns("together", "", amountOf(sum, table.currency))];
}

function sayPart({ what, how, usage }: Told["parts"][number], table: PriceTable): string[] {
  const lines = costLines(usage, table);
  const head = `  ${what}${how ? `: ${how}` : ""}`;
  if (lines.length === 0) return [columns(head, "", amountOf(0, table.currency))];
  return [head, ...lines.map((line) => sayLine(line, table))];
}

function sayLine({ name, quantity, unit, nanos }: CostLine, { prices, currency }: PriceTable): string {
  const { amount, per } = prices[name];
  const over = per === 1 ? "" : ` / ${per.toLocaleString("en")}`;
  return columns(`    ${counted(quantity)} ${unit}`, `× ${amount}${over}`, amountOf(nanos, currency));
}

function columns(left: string, middle: string, right: string): string {
  return `${left.padEnd(58)} ${middle.padEnd(22)} ${right.padStart(14)}`.trimEnd();
}

function counted(quantity: number): string {
  return quantity.toLocaleString("en", { maximumSignificantDigits: 6 });
}

function amountOf(nanos: number, currency: string): string {
  const value = nanos / NANOS;
  return `${value.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: value < 1 ? 6 : 2 })} ${currency}`;
}
