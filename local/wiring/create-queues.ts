import type { Assembly } from "../assembly/load-assembly.ts";
import type { FilterPolicy } from "../queues/filter-policy.ts";
import type { Queues } from "../queues/queues.ts";
import type { Topics } from "../queues/topics.ts";
import { snsSubscription, snsTopic } from "../resources/sns-topic.ts";
import { sqsQueue } from "../resources/sqs-queue.ts";

/** Makes the queues of the assembly, dead letters first of all known by name. */
export function createQueues(assembly: Assembly, queues: Queues): void {
  for (const { properties, attributes } of assembly.of(sqsQueue)) {
    const { RedrivePolicy: redrive } = properties;
    queues.define({
      name: attributes.QueueName ?? "",
      ...given("visibilitySeconds", properties.VisibilityTimeout),
      ...given("delaySeconds", properties.DelaySeconds),
      ...given("retentionSeconds", properties.MessageRetentionPeriod),
      ...given("maximumMessageBytes", properties.MaximumMessageSize),
      ...given("maxReceiveCount", redrive?.maxReceiveCount),
      ...given("deadLetterQueue", redrive === undefined ? undefined : nameIn(redrive.deadLetterTargetArn)),
    });
  }
}

/** Makes the topics and what they deliver to. */
export function createTopics(assembly: Assembly, topics: Topics): void {
  for (const { ref } of assembly.of(snsTopic)) topics.define(ref);
  for (const { properties } of assembly.of(snsSubscription)) {
    if (properties.Protocol !== "sqs") continue;
    topics.subscribe({
      topicArn: properties.TopicArn,
      queue: nameIn(properties.Endpoint),
      ...given("rawDelivery", properties.RawMessageDelivery),
      ...given("filterPolicy", properties.FilterPolicy as FilterPolicy | undefined),
      ...given("filterScope", properties.FilterPolicyScope),
    });
  }
}

function nameIn(arn: string): string {
  return arn.split(":").at(-1) ?? "";
}

function given<Name extends string, Value>(name: Name, value: Value | undefined): { [key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [key in Name]: Value });
}
