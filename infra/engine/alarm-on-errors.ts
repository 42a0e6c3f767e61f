import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { alarmOn } from "../parts/alarm-on.ts";
import { pascalCase } from "../parts/name-resource.ts";
import type { Functions } from "./deploy-functions.ts";
import type { FunctionName } from "./function-list.ts";

// Pages and APIs answer a fault with a 5xx, which the Web stack's alarm counts; the operator's functions answer the
// operator. These seven work where nobody is looking.
const UNWATCHED: FunctionName[] = [
  "relay-outbox",
  "sweep-due",
  "react",
  "send-transactional",
  "send-marketing",
  "record-outcome",
  "reconcile-mail",
];

/** Raises an alarm when a function behind the pages fails as a whole. */
export function alarmOnErrors(scope: Construct, functions: Functions): void {
  for (const name of UNWATCHED) {
    alarmOn(scope, `${pascalCase(name)}Errors`, {
      description: `functions/${name}.ts failed; its log group has the reason.`,
      metric: functions[name].lambda.metricErrors({ period: Duration.minutes(5), statistic: "Sum" }),
    });
  }
}
