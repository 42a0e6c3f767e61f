import { batchWriteItem } from "./batch-write.ts";
import { type Browser, browserOf } from "./browse.ts";
import { type Consumption, consumedCapacity, consumptions, Meter } from "./capacity.ts";
import type { Context, Operation } from "./context.ts";
import { openDatabase } from "./database.ts";
import { type DeclaredTable, ensureTable } from "./ensure-table.ts";
import { query } from "./query.ts";
import { batchGetItem, getItem, transactGetItems } from "./read-item.ts";
import { parseRequest, type ReturnConsumedCapacity } from "./request.ts";
import { scan } from "./scan.ts";
import { type StreamReader, streamReaderOf } from "./stream-reader.ts";
import type { Place, Table } from "./table.ts";
import { createTable, deleteTable, describeTable, listTables } from "./table-operations.ts";
import { openTables } from "./tables.ts";
import { describeTimeToLive, sweepExpired, updateTimeToLive } from "./time-to-live.ts";
import { transactWriteItems } from "./transact-write.ts";
import { deleteItem, putItem, updateItem } from "./write-item.ts";

export interface DynamoDbSettings {
  /** Where the data lie; ":memory:" keeps them for the life of the process. */
  file: string;
  /** Milliseconds of the virtual clock. */
  now: () => number;
  accountId?: string;
  region?: string;
}

/** DynamoDB on one machine: tables in one file, every operation whole in one turn. */
export interface DynamoDb extends StreamReader, Browser {
  readonly place: Place;
  /** Carries out one operation; a refusal is thrown as a DynamoError and has changed nothing. */
  execute(operation: string, input: Record<string, unknown>, accessKeyId?: string): Record<string, unknown>;
  /** Creates a table as it is declared, or brings the stored one in line with its declaration. */
  ensureTable(declared: DeclaredTable): "created" | "changed" | "unchanged";
  /** A table with what was declared for it; undefined where it does not exist. */
  table(name: string): Table | undefined;
  /** Deletes what time to live has passed; returns how many items went. */
  sweepExpired(): number;
  /** Calls the observer for every table and index that an operation consumes; returns how to stop that. */
  onConsumed(observer: (consumption: Consumption) => void): () => void;
  close(): void;
}

const OPERATIONS: Record<string, Operation<never>> = {
  CreateTable: createTable,
  DescribeTable: describeTable,
  ListTables: listTables,
  DeleteTable: deleteTable,
  UpdateTimeToLive: updateTimeToLive,
  DescribeTimeToLive: describeTimeToLive,
  PutItem: putItem,
  GetItem: getItem,
  UpdateItem: updateItem,
  DeleteItem: deleteItem,
  Query: query,
  Scan: scan,
  BatchGetItem: batchGetItem,
  BatchWriteItem: batchWriteItem,
  TransactWriteItems: transactWriteItems,
  TransactGetItems: transactGetItems,
};

// These answer with one capacity a table; the others have but one table.
const SEVERAL_TABLES = new Set(["BatchGetItem", "BatchWriteItem", "TransactWriteItems", "TransactGetItems"]);

/** Opens the tables in a file, or begins with none. */
export function createDynamoDb(settings: DynamoDbSettings): DynamoDb {
  const { accountId = "000000000000", region = "eu-central-1", now } = settings;
  const place = { accountId, region };
  const database = openDatabase(settings.file);
  const tables = openTables(database, place);
  const observers = new Set<(consumption: Consumption) => void>();
  const stream = streamReaderOf({ database, tables, now });
  const contextWith = (meter: Meter): Context => ({ database, tables, now, meter, streamed: stream.streamed });

  const observe = (meter: Meter, operation: string, accessKeyId: string): void => {
    if (observers.size === 0) return;
    for (const consumption of consumptions(meter, operation, accessKeyId)) {
      for (const observer of observers) observer(consumption);
    }
  };

  return {
    ...stream.reader,
    ...browserOf(database, tables),
    place,
    table: tables.find,
    ensureTable: (declared) => ensureTable(contextWith(new Meter()), declared),
    sweepExpired: () => sweepExpired(contextWith(new Meter())),
    execute(operation, input, accessKeyId = "") {
      const request = parseRequest(operation, input);
      const meter = new Meter();
      try {
        const answer = (OPERATIONS[operation] as Operation<unknown>)(contextWith(meter), request);
        const capacity = consumedCapacity(meter, request.ReturnConsumedCapacity as ReturnConsumedCapacity);
        return capacity
          ? { ...answer, ConsumedCapacity: SEVERAL_TABLES.has(operation) ? capacity : capacity[0] }
          : answer;
      } finally {
        observe(meter, operation, accessKeyId);
      }
    },
    onConsumed(observer) {
      observers.add(observer);
      return () => observers.delete(observer);
    },
    close: () => database.close(),
  };
}
