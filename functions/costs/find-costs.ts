import type { Instant } from "../platform/clock.ts";
import { nanosPerMail, priceTable, usageMeasuredOn } from "./known-prices.ts";
import { type JourneyCost, journeyCosts } from "./rules/journey-costs.ts";
import { forecastOf, monthOf, nextMonthAt } from "./rules/month.ts";
import { type BudgetStanding, standingOf } from "./rules/monthly-budget.ts";
import type { PriceTable } from "./rules/price-table.ts";
import { type BudgetSet, readBudget, readMonth, type SourceSpent } from "./store.ts";

/** What mail has cost in the month so far, what it will come to, and how that stands with the budget. */
export interface MonthCosts extends BudgetStanding {
  month: string;
  mails: number;
  nanos: number;
  /** What the month will come to at this pace; unknown on its first day. */
  forecastNanos: number | undefined;
  sources: SourceSpent[];
  journeys: JourneyCost[];
  budget: BudgetSet | undefined;
  /** From when on mail that has stopped goes on by itself. */
  goesOnAt: Instant;
  prices: PriceTable;
  usageMeasuredOn: string;
  nanosPerMail: Record<SourceSpent["lane"], number>;
}

/** Looks what mail has cost this month. */
export async function findCosts(now: Instant): Promise<MonthCosts> {
  const month = monthOf(now);
  const [{ sources, conversions }, budget] = await Promise.all([readMonth(month), readBudget()]);
  const nanos = sum(sources.map((source) => source.nanos));
  const perMail = { marketing: nanosPerMail("marketing", now), transactional: nanosPerMail("transactional", now) };
  return {
    month,
    mails: sum(sources.map(({ mails }) => mails)),
    nanos,
    forecastNanos: forecastOf(nanos, now),
    sources: sources.toSorted((one, other) => other.nanos - one.nanos),
    journeys: journeyCosts(sources, conversions),
    budget,
    goesOnAt: nextMonthAt(now),
    prices: priceTable(now),
    usageMeasuredOn,
    nanosPerMail: perMail,
    ...standingOf(budget, nanos, perMail.marketing),
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
