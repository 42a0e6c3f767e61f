import { Duration } from "aws-cdk-lib";
import type { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import { Queue, QueueEncryption, type QueueProps } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { alarmOn } from "./alarm-on.ts";
import { receivesBeforeDead } from "./limits.ts";
import { nameResource } from "./name-resource.ts";

// AWS asks for six times the worker's time-out: a message must not come back while its first delivery is still at work.
const VISIBILITY_FACTOR = 6;

/** A queue, where its dead letters go, and the alarm that somebody has to look at them. */
export interface WorkQueue {
  queue: Queue;
  dead: Queue;
  alarm: Alarm;
}

/** A queue before a worker. A message that fails too often becomes a dead letter and raises an alarm. */
export function workQueue(scope: Construct, name: string, workerTimeout: Duration): WorkQueue {
  const { dead, alarm } = deadLetters(scope, name);
  const queue = encryptedQueue(scope, name, {
    visibilityTimeout: Duration.seconds(workerTimeout.toSeconds() * VISIBILITY_FACTOR),
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: dead, maxReceiveCount: receivesBeforeDead },
  });
  return { queue, dead, alarm };
}

/** Dead letters of something, kept as long as SQS can, with their alarm. */
export function deadLetters(scope: Construct, name: string): Pick<WorkQueue, "dead" | "alarm"> {
  const dead = encryptedQueue(scope, `${name}Dead`, { retentionPeriod: Duration.days(14) });
  const alarm = alarmOn(scope, `${name}DeadAlarm`, {
    description: `Work of ${name} failed for good. Read ${name}Dead, mend the cause, then redrive it.`,
    metric: dead.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: "Maximum" }),
  });
  return { dead, alarm };
}

function encryptedQueue(scope: Construct, name: string, props: QueueProps): Queue {
  const queue = new Queue(scope, name, { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, ...props });
  return nameResource(queue, name);
}
