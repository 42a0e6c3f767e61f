import { readUnits } from "./capacity.ts";
import { unitsOf } from "./change.ts";
import type { Context, Operation } from "./context.ts";
import { type CancellationReason, DynamoError, transactionCanceled, validationError } from "./dynamo-error.ts";
import { itemSize } from "./item-size.ts";
import { type Plan, planWrite, type Target, targetOf } from "./plan-write.ts";
import {
  parsePart,
  type TransactItem,
  type TransactPart,
  type TransactWriteRequest,
  type WriteRequest,
} from "./request.ts";
import { rowName } from "./rows.ts";
import { isReplay, rememberToken, tokenOf } from "./token.ts";
import { commit } from "./write-item.ts";

const OPERATIONS: Record<TransactPart, string> = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "DeleteItem",
};

const MAX_BYTES = 4 * 1024 * 1024;

/** Checks every part against the items as they stand, then writes all of them or none. */
export const transactWriteItems: Operation<TransactWriteRequest> = (context, request) => {
  const token = tokenOf(request);
  const targets = request.TransactItems.map((entry) => targetOf(context, ...partOf(entry)));
  refuseSameItem(targets);
  if (isReplay(context, token)) return replayed(context, targets);
  const bytes = targets.reduce((sum, { request: { Item, Key } }) => sum + itemSize(Item ?? Key), 0);
  if (bytes > MAX_BYTES) {
    throw validationError(`Transaction payload size cannot exceed 4MB. Payload Size: ${bytes}`);
  }
  const outcomes = targets.map(outcomeOf);
  for (const { plan, target } of outcomes) context.meter.write(target.table, unitsOf((plan ?? target).change), 2);
  const plans = outcomes.flatMap(({ plan }) => (plan?.allowed ? [plan] : []));
  if (plans.length < outcomes.length) throw transactionCanceled(outcomes.map(reasonOf));
  commit(context, plans, () => rememberToken(context, token));
  return {};
};

interface Outcome {
  target: Target;
  plan?: Plan;
  refusal?: DynamoError;
}

/** Finds the one operation in a part of a transaction and checks it as if it stood alone. */
function partOf(entry: TransactItem): [TransactPart, WriteRequest] {
  const present = Object.entries(entry) as [TransactPart, WriteRequest][];
  const only = present[0];
  if (!only) {
    throw validationError("Invalid Request: TransactWriteRequest should contain Delete or Put or Update request");
  }
  if (present.length > 1) {
    throw validationError("TransactItems can only contain one of Check, Put, Update or Delete");
  }
  parsePart(OPERATIONS[only[0]], only[1]);
  return only;
}

function refuseSameItem(targets: Target[]): void {
  const names = new Set(targets.map(({ table, change }) => rowName(table, change.key)));
  if (names.size === targets.length) return;
  throw validationError("Transaction request cannot include multiple operations on one item");
}

// What depends on the item as it stands (a missing operand, a path that leads nowhere) cancels the transaction
// with a reason; what is wrong with the request itself has been refused before.
function outcomeOf(target: Target): Outcome {
  try {
    return { target, plan: planWrite(target) };
  } catch (error) {
    if (error instanceof DynamoError) return { target, refusal: error };
    throw error;
  }
}

function reasonOf({ target, plan, refusal }: Outcome): CancellationReason {
  if (refusal) return { Code: "ValidationError", Message: refusal.message };
  if (plan?.allowed) return { Code: "None" };
  const wanted = target.request.ReturnValuesOnConditionCheckFailure === "ALL_OLD" && target.change.before;
  return {
    Code: "ConditionalCheckFailed",
    Message: "The conditional request failed",
    ...(wanted && { Item: wanted }),
  };
}

// A repeated call is answered from what stands, which costs reads instead of writes.
function replayed(context: Context, targets: Target[]): Record<string, unknown> {
  for (const { part, table, change } of targets) {
    if (part !== "ConditionCheck") context.meter.read(table, 2 * readUnits(itemSize(change.before), true));
  }
  return {};
}
