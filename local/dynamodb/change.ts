import type { Item } from "./attribute-value.ts";
import type { Database } from "./database.ts";
import { itemSize } from "./item-size.ts";
import { deleteEntryRow, deleteItemRow, putEntryRow, putItemRow, type RowKey, rowKey, sameRow } from "./rows.ts";
import { sameItem } from "./same-value.ts";
import { appendRecord, type Identity } from "./stream.ts";
import { type Index, indexEntry, type Table } from "./table.ts";

/** One item before and after a write; absent means that there is none. */
export interface Change {
  table: Table;
  key: RowKey;
  before: Item | undefined;
  after: Item | undefined;
}

/** How an index changes with its item. */
interface EntryChange {
  index: Index;
  before: Item | undefined;
  after: Item | undefined;
  moved: boolean;
}

export interface WriteUnits {
  table: number;
  indexes: Map<Index, number>;
}

/** The write units of a change, by the published rules for a table and each of its indexes. */
export function unitsOf(change: Change): WriteUnits {
  const indexes = new Map<Index, number>();
  for (const entry of entryChanges(change)) indexes.set(entry.index, entryUnits(entry));
  return { table: larger(change.before, change.after), indexes };
}

/** Writes a change with its index entries and its stream record; a change that changes nothing writes nothing. */
export function applyChange(database: Database, change: Change, now: number, identity?: Identity): boolean {
  const { table, key, before, after } = change;
  if (!before && !after) return false;
  if (before && after && sameItem(before, after)) return false;
  const text = after && JSON.stringify(after);
  if (after && text !== undefined) putItemRow(database, table, key, after, text);
  else deleteItemRow(database, table, key);
  for (const entry of entryChanges(change)) applyEntry(database, entry, key);
  if (table.stream) appendRecord(database, change, { now, identity });
  return table.stream !== undefined;
}

function applyEntry(database: Database, { index, before, after, moved }: EntryChange, of: RowKey): void {
  if (before && (moved || !after)) deleteEntryRow(database, index, before, of);
  if (after) putEntryRow(database, index, after, of);
}

// An index is only written where its entry appears, goes, moves to another key or changes a projected attribute.
function entryChanges({ table, before, after }: Change): EntryChange[] {
  return table.indexes.flatMap((index) => {
    const old = indexEntry(table, index, before);
    const next = indexEntry(table, index, after);
    if (!old && !next) return [];
    if (old && next && sameItem(old, next)) return [];
    const moved = old !== undefined && next !== undefined && !sameRow(rowKey(index, old), rowKey(index, next));
    return [{ index, before: old, after: next, moved }];
  });
}

// A new key costs the deletion of the old entry and the writing of the new one.
const entryUnits = ({ before, after, moved }: EntryChange): number =>
  moved ? kibibytes(before) + kibibytes(after) : larger(before, after);

const larger = (before: Item | undefined, after: Item | undefined): number =>
  Math.max(kibibytes(before), kibibytes(after));

const kibibytes = (item: Item | undefined): number => Math.max(1, Math.ceil(itemSize(item) / 1024));
