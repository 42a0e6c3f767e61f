import { type AttributeValue, type Item, typeOf } from "./attribute-value.ts";
import { helpers, refuse } from "./dynalite.ts";
import { validationError } from "./dynamo-error.ts";
import { itemSize, MAX_ITEM_BYTES } from "./item-size.ts";
import { keyBytes } from "./key-bytes.ts";
import type { Index, KeyAttribute, KeyNames, Table } from "./table.ts";

const MAX_HASH_BYTES = 2048;
const MAX_RANGE_BYTES = 1024;
const EMPTY = "The AttributeValue for a key attribute cannot contain an empty";

/** Refuses an item whose key is not the table's, or that is too large. */
export function checkItem(table: Table, item: Item): void {
  refuseEmptyKeys(table, item);
  refuse(helpers.validateItem(item, table.withoutIndexes));
  refuseLongKeys(table, item);
  if (itemSize(item) > MAX_ITEM_BYTES) throw validationError("Item size has exceeded the maximum allowed size");
}

/** Refuses an item that one of the table's indexes could not hold. */
export function checkIndexKeys(table: Table, item: Item): void {
  for (const index of table.indexes) refuseEmptyIndexKeys(index, item);
  refuse(helpers.validateItem(item, table.definition));
  for (const index of table.indexes) refuseLongKeys(index, item);
}

/** Refuses what an update made of an item, where it is too large or an index could not hold it. */
export function checkUpdated(table: Table, item: Item): void {
  checkIndexKeys(table, item);
  if (itemSize(item) > MAX_ITEM_BYTES) {
    throw validationError("Item size to update has exceeded the maximum allowed size");
  }
}

/** Refuses a key that does not name exactly one item of the table. */
export function checkKey(table: Table, key: Item): void {
  refuseEmptyKeys(table, key);
  refuse(helpers.validateKey(key, table.definition));
  refuseLongKeys(table, key);
}

function refuseEmptyKeys(keys: KeyNames, item: Item): void {
  for (const { name, kind } of emptyKeys(keys, item)) {
    throw validationError(`One or more parameter values are not valid. ${EMPTY} ${kind} value. Key: ${name}`);
  }
}

function refuseEmptyIndexKeys(index: Index, item: Item): void {
  for (const { name, kind } of emptyKeys(index, item)) {
    throw validationError(
      "One or more parameter values are not valid. A value specified for a secondary index key is not supported. " +
        `${EMPTY} ${kind} value. IndexName: ${index.name}, IndexKey: ${name}`,
    );
  }
}

function emptyKeys({ hash, range }: KeyNames, item: Item): { name: string; kind: string }[] {
  return [hash, range].flatMap((key) => {
    const value = key && item[key.name];
    if (!key || (value?.S !== "" && value?.B !== "")) return [];
    return [{ name: key.name, kind: value.S === "" ? "string" : "binary" }];
  });
}

function refuseLongKeys({ hash, range }: KeyNames, item: Item): void {
  if (bytesOf(hash, item) > MAX_HASH_BYTES) {
    throw validationError(
      "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes",
    );
  }
  if (bytesOf(range, item) > MAX_RANGE_BYTES) {
    throw validationError(
      "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes",
    );
  }
}

// Numbers have no length to exceed.
function bytesOf(key: KeyAttribute | undefined, item: Item): number {
  const value: AttributeValue | undefined = key && item[key.name];
  return value && typeOf(value) !== "N" ? keyBytes(value).length : 0;
}
