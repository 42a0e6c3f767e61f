import { z } from "zod";
import { arnOf, physicalName, type ResourceKind } from "../assembly/resource-kind.ts";
import { understood } from "./understood.ts";

const Topic = z.strictObject({
  TopicName: z.string().optional(),
  DisplayName: understood,
  KmsMasterKeyId: understood,
  Tags: understood,
});

export const snsTopic: ResourceKind<z.infer<typeof Topic>> = {
  type: "AWS::SNS::Topic",
  properties: Topic,
  identify(resource) {
    const name = physicalName(resource, "TopicName");
    const arn = arnOf("sns", name);
    return { ref: arn, attributes: { TopicArn: arn, TopicName: name } };
  },
};

const Subscription = z.strictObject({
  TopicArn: z.string(),
  Endpoint: z.string(),
  // A person's address is told of alarms only, and no alarm rings on one machine.
  Protocol: z.enum(["sqs", "email"]),
  RawMessageDelivery: z.boolean().optional(),
  FilterPolicy: z.record(z.string(), z.unknown()).optional(),
  FilterPolicyScope: z.enum(["MessageAttributes", "MessageBody"]).optional(),
  Region: understood,
});

export const snsSubscription: ResourceKind<z.infer<typeof Subscription>> = {
  type: "AWS::SNS::Subscription",
  properties: Subscription,
  identify: ({ stackName, logicalId }) => ({ ref: arnOf("sns", `${stackName}-${logicalId}`), attributes: {} }),
};
