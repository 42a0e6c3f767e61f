import { z } from "zod";
import { ACCOUNT, arnOf, physicalName, REGION, type ResourceKind } from "../assembly/resource-kind.ts";
import { understood } from "./understood.ts";

const Queue = z.strictObject({
  QueueName: z.string().optional(),
  VisibilityTimeout: z.number().optional(),
  DelaySeconds: z.number().optional(),
  MessageRetentionPeriod: z.number().optional(),
  MaximumMessageSize: z.number().optional(),
  RedrivePolicy: z.strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() }).optional(),
  RedriveAllowPolicy: understood,
  SqsManagedSseEnabled: understood,
  KmsMasterKeyId: understood,
  Tags: understood,
});

export type Queue = z.infer<typeof Queue>;

export const sqsQueue: ResourceKind<Queue> = {
  type: "AWS::SQS::Queue",
  properties: Queue,
  identify(resource) {
    const name = physicalName(resource, "QueueName");
    // The URL as it looks in the cloud: it stays the same whatever port this machine's endpoint gets.
    const url = `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${name}`;
    return { ref: url, attributes: { Arn: arnOf("sqs", name), QueueName: name, QueueUrl: url } };
  },
};
