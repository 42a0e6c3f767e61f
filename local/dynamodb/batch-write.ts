import { unitsOf } from "./change.ts";
import type { Context, Operation } from "./context.ts";
import { validationError } from "./dynamo-error.ts";
import { type Plan, planWrite, targetOf } from "./plan-write.ts";
import type { BatchWrite, BatchWriteRequest } from "./request.ts";
import { rowName } from "./rows.ts";
import { commit } from "./write-item.ts";

const MAX_WRITES = 25;

/** Puts and deletes up to 25 items, each for itself; Amazon promises no atomicity here, nor may a caller rely on it. */
export const batchWriteItem: Operation<BatchWriteRequest> = (context, { RequestItems }) => {
  const plans = Object.entries(RequestItems).flatMap(([name, writes]) =>
    writes.map((write) => plan(context, name, write)),
  );
  if (plans.length > MAX_WRITES) throw validationError("Too many items requested for the BatchWriteItem call");
  const keys = plans.map(({ table, change }) => rowName(table, change.key));
  if (new Set(keys).size < keys.length) throw validationError("Provided list of item keys contains duplicates");
  for (const { table, change } of plans) context.meter.write(table, unitsOf(change));
  commit(context, plans);
  return { UnprocessedItems: {} };
};

function plan(context: Context, TableName: string, write: BatchWrite): Plan {
  const { PutRequest, DeleteRequest } = write;
  if (PutRequest && DeleteRequest) {
    throw validationError(
      "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes",
    );
  }
  const target = PutRequest
    ? targetOf(context, "Put", { TableName, Item: PutRequest.Item })
    : targetOf(context, "Delete", { TableName, Key: DeleteRequest?.Key ?? {} });
  return planWrite(target);
}
