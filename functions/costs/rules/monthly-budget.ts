/** What mail may cost in a month, in the currency's minor units, and from which share of it on somebody is warned. */
export interface MonthlyBudget {
  amountMinor: number;
  warnAtPercent: number;
}

/** What mail is for, the one that matters least first. */
export const PRIORITIES = ["broadcast", "journey", "notice", "asked-for"] as const;
export type Priority = (typeof PRIORITIES)[number];

/** At which share of the budget mail of a priority stops. Mail that people asked for never does: they wait for it. */
const STOPS_AT_PERCENT: Record<Priority, number | undefined> = {
  broadcast: 90,
  journey: 100,
  notice: 100,
  "asked-for": undefined,
};

/** How much may still be spent on mail of a priority, in billionths of the currency; undefined when nothing stops it. */
export function leftFor(priority: Priority, budget: MonthlyBudget | undefined, spentNanos: number): number | undefined {
  const percent = STOPS_AT_PERCENT[priority];
  if (!budget || percent === undefined) return undefined;
  return Math.max(0, (nanosOf(budget) / 100) * percent - spentNanos);
}

/** How a month stands with its budget: what is told of it, and which mail waits. */
export type BudgetStanding = { standing: "none" | "fine" | "warning" | "stopped"; stopped: Priority[] };

/** Judges what was spent by the budget; mail stops when the next one would cost more than is left. */
export function standingOf(budget: MonthlyBudget | undefined, spentNanos: number, mailNanos: number): BudgetStanding {
  if (!budget) return { standing: "none", stopped: [] };
  const stopped = PRIORITIES.filter((priority) => (leftFor(priority, budget, spentNanos) ?? mailNanos) < mailNanos);
  if (stopped.includes("journey")) return { standing: "stopped", stopped };
  const warned = spentNanos >= (nanosOf(budget) / 100) * budget.warnAtPercent;
  return { standing: warned || stopped.length > 0 ? "warning" : "fine", stopped };
}

/** Price tables are in currencies of two decimals. */
const NANOS_A_MINOR = 10_000_000;

function nanosOf({ amountMinor }: MonthlyBudget): number {
  return amountMinor * NANOS_A_MINOR;
}
