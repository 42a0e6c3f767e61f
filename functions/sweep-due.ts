import middy from "@middy/core";
import { sweepDueRows } from "./outbox/sweep-due-rows.ts";
import { now } from "./platform/clock.ts";

/** Every minute: forwards what has fallen due, and what a lost note left behind. */
export const handler = middy().handler(() => sweepDueRows(now()));
