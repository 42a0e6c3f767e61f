import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import middy from "@middy/core";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import type { Item } from "./items.ts";
import { log } from "./log.ts";

/** One change of a row: what it was and what it is. */
export interface RowChange {
  sequence: string;
  before?: Item;
  after?: Item;
}

/** A stream's worker: it names the first change it could not handle, and the stream begins there again. */
export function streamWorker(work: (changes: RowChange[]) => Promise<{ firstFailed?: string | undefined }>) {
  return middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async (event) => {
    const changes = event.Records.map(changeOf);
    const { firstFailed } = await work(changes).catch((error: Error) => {
      log.error("stream batch failed and will be retried", { error });
      return { firstFailed: changes[0]?.sequence };
    });
    return { batchItemFailures: firstFailed ? [{ itemIdentifier: firstFailed }] : [] };
  });
}

function changeOf({ dynamodb }: DynamoDBRecord): RowChange {
  const row = (image: typeof dynamodb extends undefined ? never : NonNullable<typeof dynamodb>["NewImage"]) =>
    image ? (unmarshall(image as Record<string, AttributeValue>) as Item) : undefined;
  const before = row(dynamodb?.OldImage);
  const after = row(dynamodb?.NewImage);
  return { sequence: dynamodb?.SequenceNumber ?? "", ...(before ? { before } : {}), ...(after ? { after } : {}) };
}
