import { z } from "zod";
import { arnOf, physicalName, type ResourceKind } from "../assembly/resource-kind.ts";
import { understood } from "./understood.ts";

const Schedule = z.strictObject({
  Name: z.string().optional(),
  GroupName: understood,
  Description: understood,
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default("UTC"),
  StartDate: z.string().optional(),
  EndDate: z.string().optional(),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal("OFF") }),
  KmsKeyArn: understood,
  Target: z.strictObject({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.string().optional(),
    DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
    // Retries of the scheduler are for the case that Lambda cannot be reached, which does not arise here.
    RetryPolicy: understood,
  }),
});

export type Schedule = z.infer<typeof Schedule>;

export const schedule: ResourceKind<Schedule> = {
  type: "AWS::Scheduler::Schedule",
  properties: Schedule,
  identify(resource) {
    const name = physicalName(resource, "Name");
    return { ref: name, attributes: { Arn: arnOf("scheduler", `schedule/default/${name}`) } };
  },
};
