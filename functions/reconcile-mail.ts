import middy from "@middy/core";
import type { Context } from "aws-lambda";
import { now } from "./platform/clock.ts";
import { reconcileDays } from "./reconciliation/reconcile-days.ts";

/** Every night: compares our books with what SES has told of the days that are complete by now. */
export const handler = middy().handler((_: unknown, context: Context) =>
  reconcileDays(now(), { remainingMs: () => context.getRemainingTimeInMillis() }),
);
