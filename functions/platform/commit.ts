import {
  ConditionalCheckFailedException,
  PutItemCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { conditionExpression, nameFor, type Placeholders, valueFor } from "./conditions.ts";
import { dynamo, tableName } from "./dynamo.ts";
import type { Item, Key } from "./items.ts";
import { rowForm } from "./row-form.ts";
import type { Check, Delete, Put, Update, Write } from "./writes.ts";

/** A refused commit changed nothing; `existing` is the row that stood in the way, when there was one. */
export type Committed = { ok: true } | { ok: false; reason: string; existing?: Item };

const CONFLICT_ATTEMPTS = 8;

/** Carries out all writes or none (at most 100 rows, DynamoDB's limit for one transaction). */
export async function commit(writes: Write[]): Promise<Committed> {
  const [only] = writes;
  if (only && writes.length === 1 && ("put" in only || "update" in only)) return commitOne(only);
  return commitTogether(writes);
}

async function commitOne(write: Put | Update): Promise<Committed> {
  try {
    if ("put" in write) await dynamo.send(new PutItemCommand({ ...putRequest(write), ...keepOld }));
    else await dynamo.send(new UpdateItemCommand({ ...updateRequest(write), ...keepOld }));
    return { ok: true };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return refused(write, error.Item);
    throw error;
  }
}

async function commitTogether(writes: Write[]): Promise<Committed> {
  for (let attempt = 1; attempt <= CONFLICT_ATTEMPTS; attempt++) {
    const outcome = await tryTogether(writes);
    if (outcome) return outcome;
    await pause(attempt);
  }
  throw new Error(`A commit met other transactions on its rows ${CONFLICT_ATTEMPTS} times; it is worth trying later.`);
}

/** One attempt; undefined when another transaction was in the way, which passes. */
async function tryTogether(writes: Write[]): Promise<Committed | undefined> {
  try {
    await dynamo.send(new TransactWriteItemsCommand({ TransactItems: writes.map(transactItem) }));
    return { ok: true };
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const refusal = firstRefusal(writes, error);
    if (!refusal && !isConflict(error)) throw error;
    return refusal;
  }
}

function firstRefusal(writes: Write[], error: TransactionCanceledException): Committed | undefined {
  const reasons = error.CancellationReasons ?? [];
  const at = reasons.findIndex((reason) => reason.Code === "ConditionalCheckFailed");
  const write = writes[at];
  return write && refused(write, reasons[at]?.Item);
}

function refused(write: Write, row: Record<string, unknown> | undefined): Committed {
  const existing = row && (unmarshall(row as Parameters<typeof unmarshall>[0]) as Item);
  return { ok: false, reason: write.refusal ?? "conflict", ...(existing ? { existing } : {}) };
}

/** Another transaction held one of the rows, or the table throttled: both pass. */
function isConflict(error: TransactionCanceledException): boolean {
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
  return codes.some((code) => code === "TransactionConflict" || code === "ThrottlingError");
}

function pause(attempt: number): Promise<void> {
  const longest = Math.min(20 * 2 ** attempt, 1000);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
}

const keepOld = { ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;

function transactItem(write: Write): TransactWriteItem {
  if ("put" in write) return { Put: { ...putRequest(write), ...keepOld } };
  if ("update" in write) return { Update: { ...updateRequest(write), ...keepOld } };
  if ("delete" in write) return { Delete: { ...keyRequest(write.delete, write), ...keepOld } };
  return { ConditionCheck: { ...keyRequest(write.check, write), ...keepOld } };
}

function putRequest(write: Put) {
  const into: Placeholders = { names: {}, values: {} };
  const condition = write.onlyIf && conditionExpression(write.onlyIf, into);
  const Item = rowForm(write.put);
  return { TableName: tableName(write.in ?? "main"), Item, ConditionExpression: condition, ...attributes(into) };
}

function updateRequest(write: Update) {
  const into: Placeholders = { names: {}, values: {} };
  const update = updateExpression(write, into);
  const condition = write.onlyIf && conditionExpression(write.onlyIf, into);
  return {
    TableName: tableName(write.in ?? "main"),
    Key: marshall(write.update),
    UpdateExpression: update,
    ConditionExpression: condition,
    ...attributes(into),
  };
}

/** A row is taken away, or only looked at, by its key; a check always has its condition. */
function keyRequest<W extends Check | Delete>(key: Key, write: W) {
  const into: Placeholders = { names: {}, values: {} };
  const condition = write.onlyIf ? conditionExpression(write.onlyIf, into) : undefined;
  return {
    TableName: tableName(write.in ?? "main"),
    Key: marshall(key),
    ConditionExpression: condition as W extends Check ? string : string | undefined,
    ...attributes(into),
  };
}

function updateExpression(write: Update, into: Placeholders): string {
  const pair =
    (operator: string) =>
    ([name, value]: [string, unknown]) =>
      `${nameFor(name, into)}${operator}${valueFor(value, into)}`;
  const set = Object.entries(write.set ?? {}).filter(([, value]) => value !== undefined);
  const clauses = [
    clause("SET", set.map(pair(" = "))),
    clause("ADD", Object.entries(write.add ?? {}).map(pair(" "))),
    clause(
      "REMOVE",
      (write.remove ?? []).map((name) => nameFor(name, into)),
    ),
  ];
  return clauses.filter(Boolean).join(" ");
}

function clause(verb: string, parts: string[]): string {
  return parts.length > 0 ? `${verb} ${parts.join(", ")}` : "";
}

function attributes({ names, values }: Placeholders) {
  return {
    ExpressionAttributeNames: Object.keys(names).length > 0 ? names : undefined,
    ExpressionAttributeValues: Object.keys(values).length > 0 ? rowForm(values) : undefined,
  };
}
