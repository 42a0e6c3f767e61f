import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type BatchWriteItemCommandInput,
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteItemCommand,
  type DeleteItemCommandInput,
  DeleteTableCommand,
  type DynamoDBClient,
  GetItemCommand,
  type GetItemCommandInput,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  type ScanCommandInput,
  TransactGetItemsCommand,
  type TransactGetItemsCommandInput,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { afterAll, beforeAll } from "vitest";
import { MAIN } from "../main-table.ts";
import { type Endpoint, openEndpoint } from "./endpoint.ts";

type Extra<T> = Partial<Omit<T, "TableName">>;

/** Plain values for one item or key, in the wire form. */
export const item = (values: Record<string, unknown>) => marshall(values, { convertEmptyValues: false });

/** Placeholder values of an expression: `values({ ":n": 1 })`. */
export const values = (plain: Record<string, unknown>) => marshall(plain);

/** What a refused call was refused with. */
export async function refusal(call: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  try {
    await call;
  } catch (error) {
    return error as Error & Record<string, unknown>;
  }
  throw new Error("The call was expected to be refused, but it succeeded.");
}

let counter = 0;

/** A table of its own for the tests of one file, made before them and dropped after them. */
export function testTable(definition: Omit<CreateTableCommandInput, "TableName"> = MAIN) {
  counter += 1;
  const TableName = `conformance-${process.pid}-${Date.now()}-${counter}`;
  let endpoint: Endpoint;
  beforeAll(async () => {
    endpoint = await openEndpoint();
    await endpoint.client.send(new CreateTableCommand({ ...definition, TableName }));
  });
  afterAll(async () => {
    await endpoint.client.send(new DeleteTableCommand({ TableName }));
    await endpoint.close();
  });
  return commandsOf(TableName, () => endpoint.client);
}

function commandsOf(TableName: string, client: () => DynamoDBClient) {
  return {
    name: TableName,
    client,
    put: (plain: Record<string, unknown>, extra: Extra<PutItemCommandInput> = {}) =>
      client().send(new PutItemCommand({ TableName, Item: item(plain), ...extra })),
    get: (key: Record<string, unknown>, extra: Extra<GetItemCommandInput> = {}) =>
      client().send(new GetItemCommand({ TableName, Key: item(key), ...extra })),
    update: (key: Record<string, unknown>, UpdateExpression?: string, extra: Extra<UpdateItemCommandInput> = {}) =>
      client().send(new UpdateItemCommand({ TableName, Key: item(key), UpdateExpression, ...extra })),
    remove: (key: Record<string, unknown>, extra: Extra<DeleteItemCommandInput> = {}) =>
      client().send(new DeleteItemCommand({ TableName, Key: item(key), ...extra })),
    query: (extra: Extra<QueryCommandInput>) => client().send(new QueryCommand({ TableName, ...extra })),
    scan: (extra: Extra<ScanCommandInput> = {}) => client().send(new ScanCommand({ TableName, ...extra })),
    transact: (TransactItems: TransactWriteItem[], extra: Partial<TransactWriteItemsCommandInput> = {}) =>
      client().send(new TransactWriteItemsCommand({ TransactItems, ...extra })),
    transactGet: (keys: Record<string, unknown>[], extra: Partial<TransactGetItemsCommandInput> = {}) =>
      client().send(
        new TransactGetItemsCommand({
          TransactItems: keys.map((key) => ({ Get: { TableName, Key: item(key) } })),
          ...extra,
        }),
      ),
    batchGet: (keys: Record<string, unknown>[]) =>
      client().send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: keys.map(item) } } })),
    batchWrite: (writes: NonNullable<BatchWriteItemCommandInput["RequestItems"]>[string]) =>
      client().send(new BatchWriteItemCommand({ RequestItems: { [TableName]: writes } })),
  };
}
