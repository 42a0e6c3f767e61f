import type { Stack } from "aws-cdk-lib";
import { PolicyDocument, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import { nameResource } from "../parts/name-resource.ts";
import type { ProductFunction } from "../parts/product-function.ts";
import { allow } from "../parts/right.ts";

/** Calls a function at fixed times (UTC). A missed tick is made good by the next: no retries, no dead letters. */
export function fixedSchedule(scope: Stack, id: string, { lambda }: ProductFunction, times: string): CfnSchedule {
  const invoke = new PolicyDocument({ statements: [allow(["lambda:InvokeFunction"], [lambda.functionArn])] });
  const role = new Role(scope, `${id}ScheduleRole`, {
    assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": scope.account } },
    }),
    inlinePolicies: { Invoke: invoke },
  });
  nameResource(role, `${id}ScheduleRole`);
  const schedule = new CfnSchedule(scope, `${id}Schedule`, {
    scheduleExpression: times,
    flexibleTimeWindow: { mode: "OFF" },
    target: {
      arn: lambda.functionArn,
      roleArn: role.roleArn,
      retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
    },
  });
  return nameResource(schedule, `${id}Schedule`);
}
