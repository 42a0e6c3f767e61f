import type { Item } from "./attribute-value.ts";
import { readUnits } from "./capacity.ts";
import type { Context, Operation } from "./context.ts";
import { helpers, refuse } from "./dynalite.ts";
import { transactionCanceled, validationError } from "./dynamo-error.ts";
import { checkKey } from "./item-keys.ts";
import { itemSize } from "./item-size.ts";
import { type BatchGetRequest, type GetRequest, parsePart, type TransactGetRequest } from "./request.ts";
import { readItem, rowKey } from "./rows.ts";
import type { Table } from "./table.ts";

export const getItem: Operation<GetRequest> = (context, request) => {
  const found = find(context, request);
  context.meter.read(found.table, readUnits(found.bytes, request.ConsistentRead));
  return found.item ? { Item: projected(request, found.item) } : {};
};

const MAX_TRANSACTION_BYTES = 4 * 1024 * 1024;

/** Reads several items as they stand at one moment. */
export const transactGetItems: Operation<TransactGetRequest> = (context, request) => {
  const gets = request.TransactItems.map(({ Get }) => {
    if (!Get) throw validationError("Invalid Request: TransactGetRequest should contain Get request");
    parsePart("GetItem", Get);
    return { request: Get, ...find(context, Get) };
  });
  for (const { table, bytes } of gets) context.meter.read(table, 2 * readUnits(bytes, true));
  if (gets.reduce((sum, { bytes }) => sum + bytes, 0) > MAX_TRANSACTION_BYTES) {
    const Message = "Aggregate size of the items in the transaction cannot exceed 4 MB";
    throw transactionCanceled(gets.map(() => ({ Code: "ValidationError", Message })));
  }
  return { Responses: gets.map(({ request: get, item }) => (item ? { Item: projected(get, item) } : {})) };
};

// What one batch may answer; the rest is handed back as unprocessed.
const MAX_BATCH_BYTES = 16 * 1024 * 1024;

/** Reads up to a hundred items, each for itself. */
export const batchGetItem: Operation<BatchGetRequest> = (context, { RequestItems }) => {
  const responses: Record<string, Item[]> = {};
  const unprocessed: Record<string, object> = {};
  let room = MAX_BATCH_BYTES;
  for (const [name, { Keys, _projection, ...asked }] of Object.entries(RequestItems)) {
    const batch = readBatch(
      context,
      Keys.map((Key) => ({ ...asked, _projection, TableName: name, Key })),
      room,
    );
    room = batch.room;
    responses[name] = batch.items;
    if (batch.left.length > 0) unprocessed[name] = { ...asked, Keys: batch.left };
  }
  return { Responses: responses, UnprocessedKeys: unprocessed };
};

function readBatch(context: Context, gets: GetRequest[], space: number): { items: Item[]; left: Item[]; room: number } {
  const batch = { items: [] as Item[], left: [] as Item[], room: space };
  for (const get of gets) {
    const { table, item, bytes } = find(context, get);
    if (bytes > batch.room) {
      batch.left.push(get.Key);
      continue;
    }
    batch.room -= bytes;
    context.meter.read(table, readUnits(bytes, get.ConsistentRead));
    if (item) batch.items.push(projected(get, item));
  }
  return batch;
}

interface Found {
  table: Table;
  item: Item | undefined;
  bytes: number;
}

function find(context: Context, { TableName, Key, _projection }: GetRequest): Found {
  const table = context.tables.get(TableName);
  checkKey(table, Key);
  refuse(helpers.validateKeyPaths(_projection?.nestedPaths, table.definition));
  const item = readItem(context.database, table, rowKey(table, Key));
  return { table, item, bytes: itemSize(item) };
}

/** The attributes that a projection asks for; all where there is no projection. */
export const projected = ({ _projection }: Pick<GetRequest, "_projection">, item: Item): Item =>
  _projection ? helpers.mapPaths(_projection.paths, item) : item;
