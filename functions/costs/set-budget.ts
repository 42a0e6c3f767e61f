import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { Write } from "../platform/writes.ts";
import type { MonthlyBudget } from "./rules/monthly-budget.ts";
import { type BudgetSet, budgetWrite, readBudget } from "./store.ts";

/** Sets what mail may cost a month, or takes the budget away, with the row that says who did and what was before. */
export async function setBudget(
  budget: MonthlyBudget | undefined,
  by: string,
  at: Instant,
  audited: (before: BudgetSet | undefined) => Write,
): Promise<void> {
  await commit([budgetWrite(budget, by, at), audited(await readBudget())]);
}
