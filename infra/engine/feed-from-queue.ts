import { EventSourceMapping } from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { nameResource } from "../parts/name-resource.ts";
import type { ProductFunction } from "../parts/product-function.ts";
import { allow } from "../parts/right.ts";

const RECEIVE = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes"];

/** Lets a function work off a queue, ten messages at a time; only the failed ones of a batch come back. */
export function feedFromQueue(
  scope: Construct,
  id: string,
  { lambda, rights }: ProductFunction,
  queue: IQueue,
  workers?: number,
): void {
  rights.addStatements(allow(RECEIVE, [queue.queueArn]));
  const feed = new EventSourceMapping(scope, `${id}Feed`, {
    target: lambda,
    eventSourceArn: queue.queueArn,
    batchSize: 10,
    reportBatchItemFailures: true,
    ...(workers ? { maxConcurrency: workers } : {}),
  });
  nameResource(feed, `${id}Feed`);
}
