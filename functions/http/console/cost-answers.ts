import { auditAct } from "../../access/audit-act.ts";
import { findCosts, type MonthCosts } from "../../costs/find-costs.ts";
import type { MonthlyBudget } from "../../costs/rules/monthly-budget.ts";
import { setBudget } from "../../costs/set-budget.ts";
import type { Instant } from "../../platform/clock.ts";
import { json } from "../respond.ts";
import { type Costs, readCosts, removeMonthlyBudget, setMonthlyBudget } from "../routes/console-costs.ts";
import { answers, type ConsoleAnswer } from "./console-answer.ts";

/** What mail costs, and what it may cost. */
export const costAnswers: readonly ConsoleAnswer[] = [
  answers(readCosts, async ({ at }) => costsNow(at)),
  answers(setMonthlyBudget, async ({ body, staff, at }) => change(body, staff.email, at)),
  answers(removeMonthlyBudget, async ({ staff, at }) => change(undefined, staff.email, at)),
];

async function change(budget: MonthlyBudget | undefined, by: string, at: Instant) {
  const act = { staff: by, act: budget ? "budget.set" : "budget.remove", subject: "monthly-budget" };
  await setBudget(budget, by, at, (before) => auditAct({ ...act, before, after: budget }, at));
  return costsNow(at);
}

async function costsNow(at: Instant) {
  return json(200, costsView(await findCosts(at)));
}

function costsView({ month, mails, nanos, forecastNanos, ...costs }: MonthCosts): Costs {
  const { budget, standing, stopped, goesOnAt, sources, journeys } = costs;
  return {
    ...{ month, mails, standing, stopped, goesOnAt },
    currency: costs.prices.currency,
    costNanos: nanos,
    forecastNanos: forecastNanos ?? null,
    sources: sources.map((source) => {
      return { source: source.source, lane: source.lane, mails: source.mails, costNanos: source.nanos };
    }),
    journeys: journeys.map(({ nanos: costNanos, nanosPerConversion = null, ...journey }) => {
      return { ...journey, costNanos, perConversionNanos: nanosPerConversion };
    }),
    days: daysOf(month, sources),
    budget: budget ? budgetView(budget) : null,
    prices: pricesView(costs),
  };
}

function budgetView({ amountMinor, warnAtPercent, setAt, setBy }: NonNullable<MonthCosts["budget"]>) {
  return { amountMinor, warnAtPercent, setAt, setBy };
}

function daysOf(month: string, sources: MonthCosts["sources"]): Costs["days"] {
  const days = new Map<string, number>();
  for (const [day, spent] of sources.flatMap((source) => Object.entries(source.days)))
    days.set(day, (days.get(day) ?? 0) + spent);
  return [...days].sort().map(([day, costNanos]) => ({ on: `${month}-${day}`, costNanos }));
}

function pricesView({
  prices,
  usageMeasuredOn,
  nanosPerMail,
}: Pick<MonthCosts, "prices" | "usageMeasuredOn" | "nanosPerMail">): Costs["prices"] {
  const { region, validFrom, readOn } = prices;
  const { amount, per } = prices.prices[prices.mail];
  return {
    ...{ region, validFrom, readOn, usageMeasuredOn, mailNanos: nanosPerMail },
    sources: [...new Set(Object.values(prices.prices).map(({ source }) => source))],
    sesNanos: Math.round((amount * 1_000_000_000) / per),
  };
}
