import type { Item } from "./attribute-value.ts";
import { checked, checks, type ParsedCondition, type ParsedProjection, type ParsedUpdate } from "./dynalite.ts";
import { serviceError, validationError } from "./dynamo-error.ts";
import { acceptedWithoutEffect, RULES } from "./request-rules.ts";
import type { TableDefinition } from "./table.ts";

/** A write or a condition check of one item, alone or as part of a transaction. */
export interface WriteRequest {
  TableName: string;
  Item?: Item;
  Key?: Item;
  UpdateExpression?: string;
  ConditionExpression?: string;
  ReturnValues?: "NONE" | "ALL_OLD" | "ALL_NEW" | "UPDATED_OLD" | "UPDATED_NEW";
  ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE";
  ReturnConsumedCapacity?: ReturnConsumedCapacity;
  _condition?: ParsedCondition;
  _updates?: ParsedUpdate;
}

export type ReturnConsumedCapacity = "INDEXES" | "TOTAL" | "NONE";

export interface GetRequest {
  TableName: string;
  Key: Item;
  ConsistentRead?: boolean;
  _projection?: ParsedProjection;
}

/** A query or a scan. */
export interface ReadRequest {
  TableName: string;
  IndexName?: string;
  Select?: "SPECIFIC_ATTRIBUTES" | "COUNT" | "ALL_ATTRIBUTES" | "ALL_PROJECTED_ATTRIBUTES";
  Limit?: number;
  ConsistentRead?: boolean;
  ScanIndexForward?: boolean;
  ExclusiveStartKey?: Item;
  Segment?: number;
  TotalSegments?: number;
  KeyConditions?: Record<string, KeyCondition>;
  _filter?: ParsedCondition;
  _projection?: ParsedProjection;
}

export interface KeyCondition {
  ComparisonOperator: string;
  AttributeValueList: Item[string][];
}

export interface BatchGetRequest {
  RequestItems: Record<string, BatchGet>;
}

export interface BatchGet extends Omit<GetRequest, "TableName" | "Key"> {
  Keys: Item[];
}

export interface BatchWriteRequest {
  RequestItems: Record<string, BatchWrite[]>;
}

export interface BatchWrite {
  PutRequest?: { Item: Item };
  DeleteRequest?: { Key: Item };
}

export type TransactPart = "Put" | "Update" | "Delete" | "ConditionCheck";

export type TransactItem = Partial<Record<TransactPart, WriteRequest>>;

export interface TransactWriteRequest {
  TransactItems: TransactItem[];
  ClientRequestToken?: string;
}

export interface TransactGetRequest {
  TransactItems: { Get?: GetRequest }[];
}

export interface TimeToLiveRequest {
  TableName: string;
  TimeToLiveSpecification: { Enabled: boolean; AttributeName: string };
}

export type CreateTableRequest = Omit<TableDefinition, "createdAt">;

// The forms that Amazon calls legacy since expressions exist. Nothing here uses them.
const LEGACY = ["AttributesToGet", "AttributeUpdates", "ConditionalOperator", "Expected", "KeyConditions"];
const LEGACY_FILTERS = ["QueryFilter", "ScanFilter"];

// Sizes are checked by the engine, which counts UTF-8 bytes where the dependency counts characters.
const NO_SIZE_LIMIT = { options: { maxItemSize: Number.POSITIVE_INFINITY } };

/** Checks a request's shape, values and expressions; the answer carries the parsed expressions. */
export function parseRequest(operation: string, input: Record<string, unknown>): Record<string, unknown> {
  const rules = Object.hasOwn(RULES, operation) ? RULES[operation] : undefined;
  if (!rules) throw serviceError("UnknownOperationException", `The local runtime does not know ${operation}.`);
  for (const name of Object.keys(input)) refuseMember(operation, name);
  refuseDepth(input);
  return checked(() => {
    const request = checks.checkTypes({ ...input }, rules.types);
    checks.checkValidations(request, rules.types, rules.custom, NO_SIZE_LIMIT);
    return request;
  });
}

/** Checks one part of a transaction as if it stood alone. */
export function parsePart(operation: string, part: object): void {
  checked(() => checks.checkValidations(part, {}, RULES[operation]?.custom, NO_SIZE_LIMIT));
}

function refuseMember(operation: string, name: string): void {
  if ([...LEGACY, ...LEGACY_FILTERS].includes(name)) {
    throw validationError(`The local runtime does not support the legacy parameter ${name}; use an expression.`);
  }
  if (RULES[operation]?.types[name] === undefined && !acceptedWithoutEffect(name)) {
    throw validationError(`The local runtime does not know the parameter ${name} of ${operation}.`);
  }
}

const MAX_REQUEST_DEPTH = 100;

// Walks without recursion, because a hostile request may be nested deeper than the stack.
function refuseDepth(input: object): void {
  const open: { value: object; depth: number }[] = [{ value: input, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > MAX_REQUEST_DEPTH) throw validationError("Nesting Levels have exceeded supported limits");
    for (const [name, child] of Object.entries(next.value)) {
      refuseUnsafeName(name, child);
      if (typeof child === "object" && child !== null) open.push({ value: child, depth: next.depth + 1 });
    }
  }
}

// An attribute of this name would vanish into the prototype of the objects that hold requests.
function refuseUnsafeName(name: string, child: unknown): void {
  const isPlaceholder = name === "ExpressionAttributeNames" && Object.values(child ?? {}).includes("__proto__");
  if (name !== "__proto__" && !isPlaceholder) return;
  throw validationError("The local runtime cannot hold an attribute named __proto__.");
}
