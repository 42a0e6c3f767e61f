import { z } from "zod";
import type { ResourceKind } from "../assembly/resource-kind.ts";
import { understood } from "./understood.ts";

const EventSourceMapping = z.strictObject({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.number().optional(),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  FilterCriteria: z.strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })) }).optional(),
  FunctionResponseTypes: z.array(z.literal("ReportBatchItemFailures")).default([]),
  StartingPosition: z.enum(["TRIM_HORIZON", "LATEST"]).optional(),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.number().default(-1),
  MaximumRecordAgeInSeconds: z.number().default(-1),
  DestinationConfig: z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) }).optional(),
  ScalingConfig: z.strictObject({ MaximumConcurrency: z.number().optional() }).optional(),
  ParallelizationFactor: understood,
  MetricsConfig: understood,
  Tags: understood,
});

export type EventSourceMapping = z.infer<typeof EventSourceMapping>;

export const eventSourceMapping: ResourceKind<EventSourceMapping> = {
  type: "AWS::Lambda::EventSourceMapping",
  properties: EventSourceMapping,
  identify: ({ stackName, logicalId }) => ({ ref: `${stackName}-${logicalId}`, attributes: { Id: logicalId } }),
};
