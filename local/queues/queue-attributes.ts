import type { Queue } from "./queue.ts";
import type { Queues } from "./queues.ts";
import { SqsRefusal } from "./sqs-refusal.ts";

/** GetQueueAttributes: the settings and the three approximate counts, all as text. */
export function queueAttributes(queues: Queues, queue: Queue, input: { AttributeNames?: string[] }): object {
  const all = attributesOf(queues, queue);
  const wanted = input.AttributeNames ?? [];
  const unknown = wanted.find((name) => name !== "All" && !KNOWN.has(name));
  if (unknown) throw new SqsRefusal("InvalidAttributeName", `Unknown Attribute ${unknown}.`);
  const picked = Object.entries(all).filter(([name]) => wanted.includes("All") || wanted.includes(name));
  return picked.length === 0 ? {} : { Attributes: Object.fromEntries(picked) };
}

const KNOWN = new Set([
  "QueueArn",
  "ApproximateNumberOfMessages",
  "ApproximateNumberOfMessagesNotVisible",
  "ApproximateNumberOfMessagesDelayed",
  "CreatedTimestamp",
  "LastModifiedTimestamp",
  "VisibilityTimeout",
  "DelaySeconds",
  "MessageRetentionPeriod",
  "MaximumMessageSize",
  "ReceiveMessageWaitTimeSeconds",
  "RedrivePolicy",
  "RedriveAllowPolicy",
  "Policy",
  "KmsMasterKeyId",
  "KmsDataKeyReusePeriodSeconds",
  "SqsManagedSseEnabled",
]);

function attributesOf(queues: Queues, queue: Queue): Record<string, string> {
  const counts = queues.counts(queue.name);
  const createdSeconds = String(Math.floor(queue.createdAt / 1000));
  const deadLetters = queue.deadLetterQueue === undefined ? undefined : queues.get(queue.deadLetterQueue);
  return {
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(counts.visible),
    ApproximateNumberOfMessagesNotVisible: String(counts.inFlight),
    ApproximateNumberOfMessagesDelayed: String(counts.delayed),
    CreatedTimestamp: createdSeconds,
    LastModifiedTimestamp: createdSeconds,
    VisibilityTimeout: String(queue.visibilitySeconds),
    DelaySeconds: String(queue.delaySeconds),
    MessageRetentionPeriod: String(queue.retentionSeconds),
    MaximumMessageSize: String(queue.maximumMessageBytes),
    ReceiveMessageWaitTimeSeconds: "0",
    SqsManagedSseEnabled: "true",
    ...(deadLetters && {
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: queue.maxReceiveCount }),
    }),
  };
}
