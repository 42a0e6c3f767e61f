import type { Instant } from "../platform/clock.ts";
import { nanosPerMail } from "./known-prices.ts";
import { monthOf } from "./rules/month.ts";
import { leftFor, type Priority } from "./rules/monthly-budget.ts";
import { readBudget, readMonth } from "./store.ts";

/** How many more marketing mails of a priority the month's budget pays for; undefined when nobody has set one. */
export async function mailsLeft(priority: Priority, now: Instant): Promise<number | undefined> {
  const budget = await readBudget();
  if (!budget) return undefined;
  const { sources } = await readMonth(monthOf(now));
  const spent = sources.reduce((sum, { nanos }) => sum + nanos, 0);
  const left = leftFor(priority, budget, spent);
  return left === undefined ? undefined : Math.floor(left / nanosPerMail("marketing", now));
}
