import type { Item } from "./attribute-value.ts";
import type { Database } from "./database.ts";
import { bucketOf, keyBytes } from "./key-bytes.ts";
import type { Index, KeyNames, Table } from "./table.ts";

/** Where an item lies in its table, or an entry in its index. */
export interface RowKey {
  bucket: number;
  hash: Uint8Array;
  range: Uint8Array;
}

/** The place of an item, or of its key, under the given key names. */
export function rowKey(keys: KeyNames, item: Item): RowKey {
  const hash = keyBytes(item[keys.hash.name]);
  return { bucket: bucketOf(hash), hash, range: keyBytes(keys.range && item[keys.range.name]) };
}

export const sameRow = (left: RowKey, right: RowKey): boolean =>
  Buffer.compare(left.hash, right.hash) === 0 && Buffer.compare(left.range, right.range) === 0;

/** A text that no other item of any table shares. */
export const rowName = (table: Table, { hash, range }: RowKey): string =>
  [table.id, ...[hash, range].map((bytes) => Buffer.from(bytes).toString("base64url"))].join("/");

export function readItem(database: Database, table: Table, key: RowKey): Item | undefined {
  const row = database
    .prepare(`SELECT item FROM ${table.rows} WHERE bucket = ? AND hash = ? AND range = ?`)
    .get(key.bucket, key.hash, key.range);
  return row && JSON.parse(row.item as string);
}

export function putItemRow(database: Database, table: Table, key: RowKey, item: Item, text: string): void {
  database
    .prepare(`REPLACE INTO ${table.rows} (bucket, hash, range, item, expires) VALUES (?, ?, ?, ?, ?)`)
    .run(key.bucket, key.hash, key.range, text, expiryOf(table, item));
}

export function deleteItemRow(database: Database, table: Table, key: RowKey): void {
  database
    .prepare(`DELETE FROM ${table.rows} WHERE bucket = ? AND hash = ? AND range = ?`)
    .run(key.bucket, key.hash, key.range);
}

export function putEntryRow(database: Database, index: Index, entry: Item, of: RowKey): void {
  const at = rowKey(index, entry);
  database
    .prepare(`REPLACE INTO ${index.rows} (bucket, hash, range, item_hash, item_range, item) VALUES (?, ?, ?, ?, ?, ?)`)
    .run(at.bucket, at.hash, at.range, of.hash, of.range, JSON.stringify(entry));
}

export function deleteEntryRow(database: Database, index: Index, entry: Item, of: RowKey): void {
  const at = rowKey(index, entry);
  const where = "bucket = ? AND hash = ? AND range = ? AND item_hash = ? AND item_range = ?";
  database.prepare(`DELETE FROM ${index.rows} WHERE ${where}`).run(at.bucket, at.hash, at.range, of.hash, of.range);
}

/** Epoch seconds at which time to live removes the item; only a number in the attribute counts. */
export function expiryOf(table: Table, item: Item): number | null {
  const value = table.timeToLive && item[table.timeToLive]?.N;
  return value === undefined || value === "" ? null : Number(value);
}
