import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { Item } from "../../../local/dynamodb/attribute-value.ts";
import { createDynamoDb, type DynamoDb } from "../../../local/dynamodb/engine.ts";
import { MAIN } from "./main-table.ts";

export const STARTED_AT = Date.parse("2026-11-23T14:00:00.000Z");

/** An engine with the table Main and a clock that a test winds. */
export interface MainEngine {
  engine: DynamoDb;
  clock: { now: number };
  put(plain: Record<string, unknown>, extra?: Record<string, unknown>): Record<string, unknown>;
  update(key: Record<string, unknown>, expression: string, plain?: Record<string, unknown>): Record<string, unknown>;
  remove(key: Record<string, unknown>): Record<string, unknown>;
}

export function openMain(file = ":memory:", clock = { now: STARTED_AT }): MainEngine {
  const engine = createDynamoDb({ file, now: () => clock.now });
  const TableName = "Main";
  if (!engine.table(TableName)) engine.execute("CreateTable", { ...MAIN, TableName });
  return {
    engine,
    clock,
    put: (plain, extra = {}) => engine.execute("PutItem", { TableName, Item: wire(plain), ...extra }),
    update: (key, UpdateExpression, plain) =>
      engine.execute("UpdateItem", {
        TableName,
        Key: wire(key),
        UpdateExpression,
        ...(plain && { ExpressionAttributeValues: wire(plain) }),
      }),
    remove: (key) => engine.execute("DeleteItem", { TableName, Key: wire(key) }),
  };
}

/** Plain values as they go over the wire. */
export const wire = (plain: Record<string, unknown>) => marshall(plain) as unknown as Item;

/** An item off the wire, in plain values. */
export const plain = (item: Item): Record<string, unknown> => unmarshall(item as never);
