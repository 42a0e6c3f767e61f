import { queryOptions } from "@tanstack/react-query";
import type { MonthlyBudget } from "../../api/schema.d.ts";
import { api } from "./api.ts";
import { answered } from "./request-problem.ts";

export const monthCosts = queryOptions({
  queryKey: ["costs"],
  queryFn: ({ signal }) => answered(api.GET("/v1/console/costs", { signal })),
});

/** Sets the monthly budget, or takes it away; the answer is the month as it now stands. */
export function changeBudget(budget: MonthlyBudget | undefined) {
  return answered(
    budget ? api.PUT("/v1/console/costs/budget", { body: budget }) : api.DELETE("/v1/console/costs/budget"),
  );
}
