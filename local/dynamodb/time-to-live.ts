import { applyChange } from "./change.ts";
import type { Context, Operation } from "./context.ts";
import type { Database } from "./database.ts";
import { validationError } from "./dynamo-error.ts";
import type { TimeToLiveRequest } from "./request.ts";
import { expiryOf, rowKey } from "./rows.ts";
import type { Table } from "./table.ts";

// An attribute that lies more than five years back is taken for a mistake, and its item stays.
const MISTAKEN_SECONDS = 5 * 365.25 * 24 * 60 * 60;

const BATCH = 1000;

const SERVICE = { type: "Service", principalId: "dynamodb.amazonaws.com" } as const;

/** Deletes every item whose time has passed on the virtual clock; costs no capacity. Returns how many went. */
export function sweepExpired(context: Context): number {
  let swept = 0;
  for (const name of context.tables.names()) {
    const table = context.tables.get(name);
    for (let went = BATCH; table.timeToLive && went === BATCH; swept += went) went = sweepBatch(context, table);
  }
  return swept;
}

function sweepBatch({ database, now, streamed }: Context, table: Table): number {
  const seconds = now() / 1000;
  const rows = database
    .prepare(`SELECT item FROM ${table.rows} WHERE expires < ? AND expires > ? ORDER BY expires LIMIT ${BATCH}`)
    .all(seconds, seconds - MISTAKEN_SECONDS);
  database.atomically(() => {
    for (const row of rows) {
      const before = JSON.parse(row.item as string);
      applyChange(database, { table, key: rowKey(table, before), before, after: undefined }, now(), SERVICE);
    }
  });
  if (table.stream && rows.length > 0) streamed(table.name);
  return rows.length;
}

export const updateTimeToLive: Operation<TimeToLiveRequest> = ({ database, tables }, request) => {
  const table = tables.get(request.TableName);
  const { TimeToLiveSpecification: wanted } = request;
  if (wanted.Enabled && table.timeToLive) throw validationError("TimeToLive is already enabled");
  if (!wanted.Enabled && !table.timeToLive) throw validationError("TimeToLive is already disabled");
  setTimeToLive(database, tables.change(table, { TimeToLiveSpecification: wanted }));
  return { TimeToLiveSpecification: wanted };
};

export const describeTimeToLive: Operation<{ TableName: string }> = ({ tables }, { TableName }) => {
  const { timeToLive } = tables.get(TableName);
  return {
    TimeToLiveDescription: timeToLive
      ? { TimeToLiveStatus: "ENABLED", AttributeName: timeToLive }
      : { TimeToLiveStatus: "DISABLED" },
  };
};

/** Notes for every item that stands already when its time comes. */
export function setTimeToLive(database: Database, table: Table): void {
  database.atomically(() => {
    database.prepare(`UPDATE ${table.rows} SET expires = NULL WHERE expires IS NOT NULL`).run();
    if (!table.timeToLive) return;
    const update = `UPDATE ${table.rows} SET expires = ? WHERE bucket = ? AND hash = ? AND range = ?`;
    for (const row of database.prepare(`SELECT item FROM ${table.rows}`).all()) {
      const item = JSON.parse(row.item as string);
      const { bucket, hash, range } = rowKey(table, item);
      database.prepare(update).run(expiryOf(table, item), bucket, hash, range);
    }
  });
}
