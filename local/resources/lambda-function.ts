import { z } from "zod";
import { arnOf, physicalName, type ResourceKind } from "../assembly/resource-kind.ts";
import { understood } from "./understood.ts";

const LambdaFunction = z.strictObject({
  FunctionName: z.string().optional(),
  Handler: z.string(),
  Runtime: z.string(),
  Role: z.string(),
  Code: z.strictObject({ S3Bucket: z.string(), S3Key: z.string() }),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.string()) }).optional(),
  ReservedConcurrentExecutions: z.number().optional(),
  Architectures: understood,
  Description: understood,
  LoggingConfig: understood,
  TracingConfig: understood,
  EphemeralStorage: understood,
  Tags: understood,
});

export type LambdaFunction = z.infer<typeof LambdaFunction>;

export const lambdaFunction: ResourceKind<LambdaFunction> = {
  type: "AWS::Lambda::Function",
  properties: LambdaFunction,
  identify(resource) {
    const name = physicalName(resource, "FunctionName");
    return { ref: name, attributes: { Arn: arnOf("lambda", `function:${name}`) } };
  },
};

const Permission = z.strictObject({
  Action: z.literal("lambda:InvokeFunction"),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
  SourceAccount: z.string().optional(),
});

/** Who may call a function from outside; the routes are checked against it. */
export const lambdaPermission: ResourceKind<z.infer<typeof Permission>> = {
  type: "AWS::Lambda::Permission",
  properties: Permission,
  identify: ({ logicalId }) => ({ ref: logicalId, attributes: {} }),
};
