import type { Permission } from "../aws-service.ts";
import type { DynamoDb } from "./engine.ts";
import { parseRequest } from "./request.ts";
import { tableArn } from "./table.ts";

type Input = Record<string, unknown>;

const PARTS: Record<string, string> = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
  Get: "GetItem",
};

/** The rights that a call needs; a transaction needs the rights of its parts, an index has an ARN of its own. */
export function permissionsOf(engine: DynamoDb, operation: string, input: Input): Permission[] {
  if (operation === "ListTables") return [{ action: "dynamodb:ListTables", resource: "*" }];
  if (operation === "TransactWriteItems" || operation === "TransactGetItems") return partsOf(engine, operation, input);
  if (operation === "BatchGetItem" || operation === "BatchWriteItem") return batchesOf(engine, operation, input);
  const { TableName: table, IndexName: index } = input;
  if (typeof table !== "string") return [];
  const keys = [operation === "Query" ? queriedKey(input) : keyIn(input)];
  return [permission(engine, operation, { table, index: typeof index === "string" ? index : undefined, keys })];
}

function partsOf(engine: DynamoDb, operation: string, { TransactItems: items }: Input): Permission[] {
  const context = { "dynamodb:EnclosingOperation": [operation] };
  return list(items).flatMap((item) =>
    Object.entries(record(item)).flatMap(([name, part]) => {
      const { TableName: table, ...rest } = record(part);
      if (typeof table !== "string" || !Object.hasOwn(PARTS, name)) return [];
      const needed = permission(engine, PARTS[name] as string, { table, keys: [keyIn(rest)] });
      return [{ ...needed, context: { ...needed.context, ...context } }];
    }),
  );
}

function batchesOf(engine: DynamoDb, operation: string, { RequestItems: tables }: Input): Permission[] {
  return Object.entries(record(tables)).map(([table, entry]) => {
    const keys = Array.isArray(entry)
      ? entry.flatMap((write) => Object.values(record(write)).map((request) => keyIn(record(request))))
      : list(record(entry).Keys);
    return permission(engine, operation, { table, keys });
  });
}

function permission(
  engine: DynamoDb,
  operation: string,
  { table, index, keys }: { table: string; index?: string | undefined; keys: unknown[] },
): Permission {
  const arn = tableArn(table, engine.place);
  const known = engine.table(table);
  const hash = (known?.indexes.find((each) => each.name === index) ?? known)?.hash.name;
  const leading = hash === undefined ? [] : keys.flatMap((key) => Object.values(record(record(key)[hash])).map(String));
  return {
    action: `dynamodb:${operation}`,
    resource: index === undefined ? arn : `${arn}/index/${index}`,
    ...(leading.length > 0 && { context: { "dynamodb:LeadingKeys": leading } }),
  };
}

// The partition of a query stands in an expression; a query that cannot be read is refused when it is handled.
function queriedKey(input: Input): unknown {
  try {
    const conditions = record(parseRequest("Query", input).KeyConditions);
    return Object.fromEntries(
      Object.entries(conditions).map(([name, condition]) => [name, list(record(condition).AttributeValueList)[0]]),
    );
  } catch {
    return undefined;
  }
}

const keyIn = (input: Input): unknown => input.Key ?? input.Item;

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const record = (value: unknown): Input => (typeof value === "object" && value !== null ? (value as Input) : {});
