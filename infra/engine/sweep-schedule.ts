import type { Stack } from "aws-cdk-lib";
import { PolicyDocument, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import { nameResource } from "../parts/name-resource.ts";
import type { ProductFunction } from "../parts/product-function.ts";
import { allow } from "../parts/right.ts";

/** Looks every minute for work that has come due. A missed tick is made good by the next: no retries, no dead letters. */
export function sweepSchedule(scope: Stack, { lambda }: ProductFunction): void {
  const invoke = new PolicyDocument({ statements: [allow(["lambda:InvokeFunction"], [lambda.functionArn])] });
  const role = new Role(scope, "SweepDueScheduleRole", {
    assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": scope.account } },
    }),
    inlinePolicies: { Invoke: invoke },
  });
  const schedule = new CfnSchedule(scope, "SweepDueSchedule", {
    scheduleExpression: "rate(1 minute)",
    flexibleTimeWindow: { mode: "OFF" },
    target: {
      arn: lambda.functionArn,
      roleArn: role.roleArn,
      retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
    },
  });
  // A tick before the earliest row of this index does nothing; a wound clock may skip it.
  schedule.addMetadata("tastemaker:idle", { table: "Main", index: "due", sortKey: "dueAt" });
  nameResource(role, "SweepDueScheduleRole");
  nameResource(schedule, "SweepDueSchedule");
}
