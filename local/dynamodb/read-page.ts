import type { Item } from "./attribute-value.ts";
import { readUnits } from "./capacity.ts";
import { meets } from "./condition.ts";
import type { Context } from "./context.ts";
import { helpers, refuse } from "./dynalite.ts";
import { validationError } from "./dynamo-error.ts";
import { itemSize } from "./item-size.ts";
import { projected } from "./read-item.ts";
import type { ReadRequest } from "./request.ts";
import { readItem, rowKey } from "./rows.ts";
import { type Index, keyOf, type Table } from "./table.ts";

/** Where a query or a scan reads: the table, or one of its indexes. */
export interface Source {
  table: Table;
  index: Index | undefined;
}

/** A part of an SQL condition with what is bound to it. */
export interface Clause {
  sql: string;
  values: (number | Uint8Array)[];
}

/** One call evaluates at most a mebibyte, before any filter. */
const MAX_PAGE_BYTES = 1024 * 1024;

/** Finds what a request reads, and refuses what that source cannot give. */
export function sourceOf(context: Context, request: ReadRequest): Source {
  const table = context.tables.get(request.TableName);
  const index = table.indexes.find((each) => each.name === request.IndexName);
  if (request.IndexName !== undefined && !index) {
    throw validationError(`The table does not have the specified index: ${request.IndexName}`);
  }
  if (index?.isGlobal && request.ConsistentRead) {
    throw validationError("Consistent reads are not supported on global secondary indexes");
  }
  if (index?.isGlobal && index.projected && request.Select === "ALL_ATTRIBUTES") {
    throw validationError(
      "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global " +
        `secondary index ${index.name} because its projection type is not ALL`,
    );
  }
  refuse(helpers.validateKeyPaths(request._projection?.nestedPaths, table.definition));
  refuse(helpers.validateKeyPaths(request._filter?.nestedPaths, table.definition));
  return { table, index };
}

/** Reads one page of the rows that the clauses select, in the given order. */
export function readPage(
  context: Context,
  request: ReadRequest,
  { source, clauses, order }: { source: Source; clauses: Clause[]; order: string },
): Record<string, unknown> {
  const { table, index } = source;
  const where = clauses.length > 0 ? `WHERE ${clauses.map((clause) => clause.sql).join(" AND ")}` : "";
  const rows = context.database
    .prepare(`SELECT item FROM ${(index ?? table).rows} ${where} ORDER BY ${order}`)
    .iterate(...clauses.flatMap((clause) => clause.values));
  const evaluated: Item[] = [];
  let bytes = 0;
  let more = false;
  for (const row of rows) {
    const item: Item = JSON.parse(row.item as string);
    evaluated.push(item);
    bytes += itemSize(item);
    more = evaluated.length === request.Limit || bytes >= MAX_PAGE_BYTES;
    if (more) break;
  }
  context.meter.read(table, 0);
  context.meter.read(table, readUnits(bytes, request.ConsistentRead), index);
  const last = more ? evaluated.at(-1) : undefined;
  return { ...answer(context, request, source, evaluated), ...(last && { LastEvaluatedKey: startKey(source, last) }) };
}

const startKey = ({ table, index }: Source, item: Item): Item => keyOf(item, table, index);

function answer(context: Context, request: ReadRequest, source: Source, evaluated: Item[]): Record<string, unknown> {
  const whole = evaluated.map((item) => wholeItem(context, request, source, item));
  const filter = request._filter?.expression;
  const kept = filter ? whole.filter((item) => meets(item, filter)) : whole;
  const counts = { Count: kept.length, ScannedCount: evaluated.length };
  if (request.Select === "COUNT") return counts;
  return { Items: kept.map((item) => projected(request, item)), ...counts };
}

// A local index fetches from its table what it does not hold itself; a global one never does.
function wholeItem(context: Context, request: ReadRequest, { table, index }: Source, entry: Item): Item {
  const held = index?.projected;
  if (!index || index.isGlobal || !held) return entry;
  const asked = request._projection?.paths.map((path) => path[0] as string);
  const missing = asked ? asked.some((name) => !held.has(name)) : request.Select === "ALL_ATTRIBUTES";
  if (!missing) return entry;
  const item = readItem(context.database, table, rowKey(table, entry)) ?? entry;
  context.meter.read(table, readUnits(itemSize(item), request.ConsistentRead));
  return item;
}
