import type { Item } from "./attribute-value.ts";
import type { Change } from "./change.ts";
import { meets } from "./condition.ts";
import type { Context } from "./context.ts";
import { helpers, refuse } from "./dynalite.ts";
import { checkIndexKeys, checkItem, checkKey, checkUpdated } from "./item-keys.ts";
import type { TransactPart, WriteRequest } from "./request.ts";
import { readItem, rowKey } from "./rows.ts";
import type { Table } from "./table.ts";
import { updated } from "./update-expression.ts";

/** What a write would do; nothing is written yet. */
export interface Plan {
  request: WriteRequest;
  table: Table;
  change: Change;
  /** Whether the item as it stands meets the request's condition. */
  allowed: boolean;
}

/** A write whose request fits its table; the item has been found, its condition not yet tried. */
export interface Target {
  part: TransactPart;
  request: WriteRequest;
  table: Table;
  change: Change;
}

/** Finds the item that a write is about, and refuses a request that does not fit the table. */
export function targetOf(context: Context, part: TransactPart, request: WriteRequest): Target {
  const table = context.tables.get(request.TableName);
  const { Item: item, Key: key } = request;
  if (item) checkItem(table, item);
  else checkKey(table, key as Item);
  const place = rowKey(table, (item ?? key) as Item);
  const before = readItem(context.database, table, place);
  return { part, request, table, change: { table, key: place, before, after: before } };
}

/** Decides what a write does: nothing where its condition fails, else the item as it will be. */
export function planWrite({ part, request, table, change }: Target): Plan {
  const condition = request._condition;
  refuse(helpers.validateKeyPaths(condition?.nestedPaths, table.definition));
  if (part === "Update") refuse(helpers.validateUpdates(undefined, request._updates, table.definition));
  const allowed = !condition || meets(change.before ?? {}, condition.expression);
  const after = allowed ? AFTER[part](table, request, change.before) : change.before;
  return { request, table, change: { ...change, after }, allowed };
}

const AFTER: Record<TransactPart, (table: Table, request: WriteRequest, before?: Item) => Item | undefined> = {
  Put(table, request) {
    checkIndexKeys(table, request.Item as Item);
    return request.Item;
  },
  Delete: () => undefined,
  ConditionCheck: (_table, _request, before) => before,
  Update(table, request, before) {
    const from = before ?? (request.Key as Item);
    const after = request._updates ? updated(from, request._updates) : from;
    checkUpdated(table, after);
    return after;
  },
};
