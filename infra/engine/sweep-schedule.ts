import type { Stack } from "aws-cdk-lib";
import type { ProductFunction } from "../parts/product-function.ts";
import { fixedSchedule } from "./fixed-schedule.ts";

/** Looks every minute for work that has come due. */
export function sweepSchedule(scope: Stack, sweepDue: ProductFunction): void {
  const schedule = fixedSchedule(scope, "SweepDue", sweepDue, "rate(1 minute)");
  // A tick before the earliest row of this index does nothing; a wound clock may skip it.
  schedule.addMetadata("tastemaker:idle", { table: "Main", index: "due", sortKey: "dueAt" });
}
