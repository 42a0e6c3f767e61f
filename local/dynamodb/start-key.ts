import type { Item } from "./attribute-value.ts";
import { helpers, refuse } from "./dynalite.ts";
import { DynamoError, validationError } from "./dynamo-error.ts";
import { keyBytes } from "./key-bytes.ts";
import type { Source } from "./read-page.ts";
import { rowKey } from "./rows.ts";
import { keyOf } from "./table.ts";

/** The columns within one partition that a start key names, with their values. */
export interface Start {
  columns: string;
  marks: string;
  values: Uint8Array[];
}

/** Reads an ExclusiveStartKey; it must name the keys of the table, and of the index where one is read. */
export function startAfter({ table, index }: Source, key: Item): Start {
  const names = Object.keys(keyOf(key, table, index));
  const given = Object.keys(key);
  const wrong = [index?.hash, index?.range].some((each) => each && key[each.name]?.[each.type] === undefined);
  if (wrong || given.length !== names.length || given.some((name) => !names.includes(name))) {
    throw validationError("The provided starting key is invalid");
  }
  try {
    refuse(helpers.validateKey(keyOf(key, table), table.definition));
  } catch (error) {
    if (!(error instanceof DynamoError)) throw error;
    throw validationError(`The provided starting key is invalid: ${error.message}`);
  }
  const item = rowKey(table, key);
  if (!index) return { columns: "range", marks: "?", values: [item.range] };
  const range = keyBytes(index.range && key[index.range.name]);
  return { columns: "range, item_hash, item_range", marks: "?, ?, ?", values: [range, item.hash, item.range] };
}
