import type { AttributeValue } from "./attribute-value.ts";
import type { Operation } from "./context.ts";
import { helpers } from "./dynalite.ts";
import { validationError } from "./dynamo-error.ts";
import { afterPrefix, bucketOf, keyBytes } from "./key-bytes.ts";
import { type Clause, readPage, type Source, sourceOf } from "./read-page.ts";
import type { KeyCondition, ReadRequest } from "./request.ts";
import { startAfter } from "./start-key.ts";
import { isKey, type KeyAttribute } from "./table.ts";

/** Reads one partition of a table or of an index, in the order of its range key. */
export const query: Operation<ReadRequest> = (context, request) => {
  const source = sourceOf(context, request);
  const { hash, range } = conditionsOf(request, source);
  refuseKeysInFilter(request, source);
  const descending = request.ScanIndexForward === false;
  const partition = keyBytes(hash);
  const clauses: Clause[] = [
    { sql: "bucket = ? AND hash = ?", values: [bucketOf(partition), partition] },
    ...(range ? rangeClause(range) : []),
    ...begin(request, source, { hash, range, descending }),
  ];
  const order = ["range", ...(source.index ? ["item_hash", "item_range"] : [])]
    .map((column) => `${column} ${descending ? "DESC" : "ASC"}`)
    .join(", ");
  return readPage(context, request, { source, clauses, order });
};

interface Conditions {
  hash: AttributeValue;
  range: KeyCondition | undefined;
}

function conditionsOf(request: ReadRequest, { table, index }: Source): Conditions {
  const keys = index ?? table;
  const conditions = request.KeyConditions ?? {};
  const hash = conditions[keys.hash.name];
  const range = keys.range && conditions[keys.range.name];
  if (!hash) throw missed(keys.hash);
  if (hash.ComparisonOperator !== "EQ") throw validationError("Query key condition not supported");
  if (Object.keys(conditions).length > 1 && !range) throw missed(keys.range);
  refuseWrongType(hash, keys.hash);
  if (range && keys.range) refuseWrongType(range, keys.range);
  return { hash: hash.AttributeValueList[0] as AttributeValue, range };
}

const missed = (key: KeyAttribute | undefined) =>
  validationError(key ? `Query condition missed key schema element: ${key.name}` : "Query key condition not supported");

function refuseWrongType({ AttributeValueList: values }: KeyCondition, { name, type }: KeyAttribute): void {
  if (values.some((value) => value[type] === undefined)) {
    throw validationError(
      "One or more parameter values were invalid: Condition parameter type does not match schema type",
    );
  }
  if (values.some((value) => value.S === "" || value.B === "")) {
    throw validationError(
      "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty " +
        `${type === "S" ? "string" : "binary"} value. Key: ${name}`,
    );
  }
}

const OPERATORS: Record<string, string> = { EQ: "=", LT: "<", LE: "<=", GT: ">", GE: ">=" };

function rangeClause({ ComparisonOperator: operator, AttributeValueList: values }: KeyCondition): Clause[] {
  const [low, high] = values.map((value) => keyBytes(value)) as [Uint8Array, Uint8Array | undefined];
  if (operator === "BETWEEN") return [{ sql: "range >= ? AND range <= ?", values: [low, high as Uint8Array] }];
  if (operator !== "BEGINS_WITH") return [{ sql: `range ${OPERATORS[operator]} ?`, values: [low] }];
  const end = afterPrefix(low);
  return [{ sql: "range >= ?", values: [low] }, ...(end ? [{ sql: "range < ?", values: [end] }] : [])];
}

function begin(
  request: ReadRequest,
  source: Source,
  { hash, range, descending }: Conditions & { descending: boolean },
): Clause[] {
  const key = request.ExclusiveStartKey;
  if (!key) return [];
  const keys = source.index ?? source.table;
  const start = startAfter(source, key);
  if (!helpers.compare("EQ", key[keys.hash.name], [hash])) {
    throw validationError("The provided starting key is outside query boundaries based on provided conditions");
  }
  if (range && keys.range) {
    const within = helpers.compare(range.ComparisonOperator, key[keys.range.name], range.AttributeValueList);
    if (!within) throw validationError("The provided starting key does not match the range key predicate");
  }
  return [{ sql: `(${start.columns}) ${descending ? "<" : ">"} (${start.marks})`, values: start.values }];
}

function refuseKeysInFilter({ _filter }: ReadRequest, { table, index }: Source): void {
  const key = Object.keys(_filter?.pathHeads ?? {}).find((name) => isKey(index ?? table, name));
  if (!key) return;
  throw validationError(`Filter Expression can only contain non-primary key attributes: Primary key attribute: ${key}`);
}
