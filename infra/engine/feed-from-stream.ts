import { Duration } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { acceptFinding } from "../parts/accept-finding.ts";
import { nameResource } from "../parts/name-resource.ts";
import type { ProductFunction } from "../parts/product-function.ts";
import { allow } from "../parts/right.ts";
import { deadLetters } from "../parts/work-queue.ts";

const READ = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"];

/** Lets a function see the table's new and changed work rows. The sweep finds what is lost here, so few attempts do. */
export function feedFromStream(scope: Construct, id: string, { lambda, rights }: ProductFunction, table: Table): void {
  const stream = table.tableStreamArn as string;
  const { dead } = deadLetters(scope, id);
  acceptFinding(dead, "SQS3", "It holds the dead letters of a stream, which no queue's redrive policy names.");
  rights.addStatements(
    allow(READ, [stream]),
    allow(["dynamodb:ListStreams"], ["*"]),
    allow(["sqs:SendMessage"], [dead.queueArn]),
  );
  const role = lambda.role;
  if (role) acceptFinding(role, "IAM5[Resource::*]", "ListStreams, which Lambda asks for, knows no narrower resource.");
  const feed = new EventSourceMapping(scope, `${id}Feed`, {
    target: lambda,
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 5,
    maxRecordAge: Duration.hours(6),
    // Not CDK's SqsDlq, which would attach a policy to the role from outside.
    onFailure: { bind: () => ({ destination: dead.queueArn }) },
    filters: [FilterCriteria.filter(newWork)],
  });
  nameResource(feed, `${id}Feed`);
}

const newWork = {
  eventName: FilterRule.or("INSERT", "MODIFY"),
  dynamodb: { NewImage: { queue: { S: FilterRule.exists() } } },
};
