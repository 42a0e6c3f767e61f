import { isDeepStrictEqual } from "node:util";
import type { Item } from "./attribute-value.ts";
import type { Context } from "./context.ts";
import { parseRequest, type TimeToLiveRequest } from "./request.ts";
import { putEntryRow, rowKey } from "./rows.ts";
import { type Index, indexEntry, type Table, type TableDefinition } from "./table.ts";
import { createIndexRows } from "./tables.ts";
import { setTimeToLive } from "./time-to-live.ts";

/** A table as a template declares it: what CreateTable takes, and its time to live. */
export interface DeclaredTable extends Record<string, unknown> {
  TableName: string;
  TimeToLiveSpecification?: TimeToLiveRequest["TimeToLiveSpecification"];
}

/**
 * Makes the store hold a table as it is declared: creates it, or changes indexes, stream, time to live and protection
 * of the one that stands. Keys cannot change under the items that lie by them.
 */
export function ensureTable(context: Context, declared: DeclaredTable): "created" | "changed" | "unchanged" {
  const { TimeToLiveSpecification, ...request } = declared;
  const wanted = {
    ...parseRequest("CreateTable", request),
    ...(TimeToLiveSpecification && { TimeToLiveSpecification }),
  } as unknown as TableDefinition;
  const standing = context.tables.find(declared.TableName);
  if (!standing) {
    context.tables.create({ ...wanted, createdAt: context.now() });
    return "created";
  }
  refuseOtherKeys(standing, wanted);
  const { createdAt } = standing.definition;
  const definition = plain({ ...wanted, createdAt });
  if (isDeepStrictEqual(plain(standing.definition), definition)) return "unchanged";
  context.database.atomically(() => change(context, standing, definition));
  return "changed";
}

function change({ database, tables }: Context, standing: Table, definition: TableDefinition): void {
  const table = tables.replace(standing, definition);
  const kept = (index: Index): boolean =>
    [standing, table].every((each) => each.indexes.some((other) => sameIndex(index, other)));
  for (const index of standing.indexes) if (!kept(index)) database.define(`DROP TABLE ${index.rows}`);
  const added = table.indexes.filter((index) => !kept(index));
  for (const index of added) createIndexRows(database, index);
  if (added.length > 0) fill(database, table, added);
  if (standing.timeToLive !== table.timeToLive) setTimeToLive(database, table);
}

function fill(database: Context["database"], table: Table, added: Index[]): void {
  for (const row of database.prepare(`SELECT item FROM ${table.rows}`).all()) {
    const item: Item = JSON.parse(row.item as string);
    for (const index of added) {
      const entry = indexEntry(table, index, item);
      if (entry) putEntryRow(database, index, entry, rowKey(table, item));
    }
  }
}

function refuseOtherKeys(standing: Table, wanted: TableDefinition): void {
  const keysOf = ({ KeySchema, AttributeDefinitions, LocalSecondaryIndexes = [] }: TableDefinition) => ({
    keys: KeySchema.map(({ AttributeName, KeyType }) => ({
      KeyType,
      ...AttributeDefinitions.find((attribute) => attribute.AttributeName === AttributeName),
    })),
    LocalSecondaryIndexes,
  });
  if (isDeepStrictEqual(plain(keysOf(standing.definition)), plain(keysOf(wanted)))) return;
  throw new Error(
    `The stored table ${standing.name} has other keys than the declared one, and its items cannot be moved. ` +
      "Begin anew with --fresh, or choose another DATA_DIR.",
  );
}

const sameIndex = (left: Index, right: Index): boolean => isDeepStrictEqual(left, right);

// Through JSON, because the one has been stored and the other has not.
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value));
