import { BatchWriteItemCommand, type WriteRequest } from "@aws-sdk/client-dynamodb";
import { dynamo, tableName } from "./dynamo.ts";
import type { Item } from "./items.ts";
import { rowForm } from "./row-form.ts";

/** DynamoDB takes so many rows in one call of BatchWriteItem. */
const ROWS_A_CALL = 25;
const LONGEST_PAUSE_MS = 2000;

/** Writes whole rows of the main table, unconditionally: only for rows that have one writer at a time. */
export async function putItems(items: Item[]): Promise<void> {
  const requests = items.map((item) => ({
    PutRequest: { Item: rowForm(item) },
  }));
  const batches: WriteRequest[][] = [];
  for (let at = 0; at < requests.length; at += ROWS_A_CALL) batches.push(requests.slice(at, at + ROWS_A_CALL));
  await Promise.all(batches.map(putBatch));
}

/** DynamoDB gives back what it had no capacity for; the caller's time-out ends a wait that leads nowhere. */
async function putBatch(batch: WriteRequest[]): Promise<void> {
  const table = tableName("main");
  let left = batch;
  for (let attempt = 1; left.length > 0; attempt++) {
    const { UnprocessedItems } = await dynamo.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }));
    left = UnprocessedItems?.[table] ?? [];
    if (left.length > 0) await pause(Math.min(50 * 2 ** attempt, LONGEST_PAUSE_MS));
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * milliseconds));
}
