import type { Instant } from "../platform/clock.ts";
import { getItem, queryAll } from "../platform/dynamo.ts";
import type { Item, Key } from "../platform/items.ts";
import type { Put, Update } from "../platform/writes.ts";
import { monthOf } from "./rules/month.ts";
import type { MonthlyBudget } from "./rules/monthly-budget.ts";

/** What the mail of one source cost in a month. */
export interface SourceSpent {
  source: string;
  lane: "marketing" | "transactional";
  mails: number;
  nanos: number;
  /** What of it fell on each day, by its number in the month: "28". */
  days: Record<string, number>;
}

/** All that is counted of one month: a row for each source of mail and for each journey that reached its goal. */
export interface MonthSpent {
  sources: SourceSpent[];
  /** How often each journey reached its goal, by its name. */
  conversions: Record<string, number>;
}

/** The budget as somebody set it. */
export interface BudgetSet extends MonthlyBudget {
  setAt: Instant;
  setBy: string;
}

const SOURCE = "source#";
const CONVERSIONS = "conversions#";
const DAY = "day";
const BUDGET: Key = { pk: "costs", sk: "budget" };

const monthKey = (month: string, sk: string): Key => ({ pk: `costs#${month}`, sk });

/** Adds what mails of a source cost to its month, and to the day in it. */
export function spentWrite(spent: Omit<SourceSpent, "days">, at: Instant): Update {
  const { source, lane, mails, nanos } = spent;
  const add = { mails, nanos, [`${DAY}${at.slice(8, 10)}`]: nanos };
  return { update: monthKey(monthOf(at), `${SOURCE}${source}`), set: { source, lane }, add };
}

/** Counts that a contact reached the goal of a journey, to be committed with the end of the passage. */
export function conversionWrite(journey: string, at: Instant): Update {
  return { update: monthKey(monthOf(at), `${CONVERSIONS}${journey}`), set: { journey }, add: { conversions: 1 } };
}

export async function readMonth(month: string): Promise<MonthSpent> {
  const rows = await queryAll<Item & Record<string, unknown>>({ pk: monthKey(month, "").pk, consistent: true });
  return {
    sources: rows.filter(({ sk }) => sk.startsWith(SOURCE)).map(sourceIn),
    conversions: Object.fromEntries(
      rows
        .filter(({ sk }) => sk.startsWith(CONVERSIONS))
        .map(({ sk, conversions }) => [sk.slice(CONVERSIONS.length), Number(conversions)]),
    ),
  };
}

function sourceIn(row: Item & Record<string, unknown>): SourceSpent {
  const { source, lane, mails, nanos } = row as Item & SourceSpent;
  const days = Object.entries(row).filter(([name]) => /^day\d\d$/.test(name));
  return {
    ...{ source, lane, mails, nanos },
    days: Object.fromEntries(days.map(([name, spent]) => [name.slice(DAY.length), Number(spent)])),
  };
}

export function readBudget(): Promise<BudgetSet | undefined> {
  return getItem<Item & Partial<BudgetSet>>(BUDGET).then((row) =>
    row?.amountMinor ? (row as BudgetSet & Item) : undefined,
  );
}

/** The budget from now on; without one, nothing of it is left but who took it away and when. */
export function budgetWrite(budget: MonthlyBudget | undefined, setBy: string, setAt: Instant): Put {
  return { put: { ...BUDGET, ...budget, setBy, setAt } };
}
