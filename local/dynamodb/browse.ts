import type { AttributeValue, Item } from "./attribute-value.ts";
import type { Database } from "./database.ts";
import { resourceNotFound } from "./dynamo-error.ts";
import { bucketOf, keyBytes } from "./key-bytes.ts";
import type { Tables } from "./tables.ts";

export interface BrowsedPage {
  items: Item[];
  /** Hand this back to read on; absent at the end. */
  next?: string;
}

export interface BrowseOptions {
  limit?: number;
  next?: string;
  /** Shows one partition alone. */
  hash?: AttributeValue;
}

/** Looks at tables from outside, without consuming capacity. */
export interface Browser {
  tableNames(): string[];
  /** A page of a table's items in the order of their keys. */
  browse(table: string, options?: BrowseOptions): BrowsedPage;
  /** The smallest value of a sort key in an index, over all its partitions; undefined where the index is empty. */
  earliest(table: string, index: string, sortKeyName: string): AttributeValue | undefined;
  /** All items of all tables, in a stable order. */
  snapshot(): Record<string, Item[]>;
}

export function browserOf(database: Database, tables: Tables): Browser {
  return {
    tableNames: () => tables.names(),
    browse: (name, options = {}) => browse(database, tables.get(name).rows, options),
    earliest: (name, index, sortKeyName) => earliest(database, tables, { name, index, sortKeyName }),
    snapshot() {
      const allOf = (name: string): Item[] =>
        database
          .prepare(`SELECT item FROM ${tables.get(name).rows} ORDER BY hash, range`)
          .all()
          .map(itemOf);
      return Object.fromEntries(tables.names().map((name) => [name, allOf(name)]));
    },
  };
}

function browse(
  database: Database,
  source: string,
  { limit = 50, next = "/", hash: only }: BrowseOptions,
): BrowsedPage {
  const [hash = "", range = ""] = next.split("/").map((part) => Buffer.from(part, "base64url"));
  const partition = only && keyBytes(only);
  const rows = database
    .prepare(
      `SELECT item, hash, range FROM ${source} WHERE ${partition ? "bucket = ? AND hash = ? AND " : ""}
       (hash, range) > (?, ?) ORDER BY hash, range LIMIT ?`,
    )
    .all(...(partition ? [bucketOf(partition), partition] : []), hash, range, limit);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const items = rows.map(itemOf);
  return last ? { items, next: `${text(last.hash)}/${text(last.range)}` } : { items };
}

function earliest(
  database: Database,
  tables: Tables,
  wanted: { name: string; index: string; sortKeyName: string },
): AttributeValue | undefined {
  const index = tables.get(wanted.name).indexes.find((each) => each.name === wanted.index);
  if (index?.range?.name !== wanted.sortKeyName) {
    throw resourceNotFound(`${wanted.name} has no index ${wanted.index} sorted by ${wanted.sortKeyName}`);
  }
  // Made where it is first asked for: only the clock reads an index across its partitions.
  database.ensure(`CREATE INDEX IF NOT EXISTS smallest_${index.rows} ON ${index.rows} (range)`);
  const row = database.prepare(`SELECT item FROM ${index.rows} ORDER BY range LIMIT 1`).get();
  return row && itemOf(row)[wanted.sortKeyName];
}

const itemOf = (row: Record<string, unknown>): Item => JSON.parse(row.item as string);

const text = (bytes: unknown): string => Buffer.from(bytes as Uint8Array).toString("base64url");
