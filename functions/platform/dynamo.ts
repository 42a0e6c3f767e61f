import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { Item, Key, TableName } from "./items.ts";
import { quiet } from "./quiet-client.ts";
import { setting } from "./settings.ts";

/** The one DynamoDB client of a function instance. */
export const dynamo = quiet(new DynamoDBClient({}));

/** The deployed name of a table. */
export function tableName(table: TableName): string {
  return setting(table === "main" ? "MAIN_TABLE" : "LEDGER_TABLE");
}

/** Reads one row as it is now (a consistent read), or undefined. */
export async function getItem<T extends Item>(key: Key, table: TableName = "main"): Promise<T | undefined> {
  const command = new GetItemCommand({ TableName: tableName(table), Key: marshall(key), ConsistentRead: true });
  const { Item: found } = await dynamo.send(command);
  return found && (unmarshall(found) as T);
}

/** DynamoDB hands out so many rows in one call of BatchGetItem. */
const ROWS_A_CALL = 100;

/** Reads rows by key as they are now, in no particular order; absent rows are left out. */
export async function getItems<T extends Item>(keys: Key[], table: TableName = "main"): Promise<T[]> {
  const batches: Key[][] = [];
  for (let at = 0; at < keys.length; at += ROWS_A_CALL) batches.push(keys.slice(at, at + ROWS_A_CALL));
  return (await Promise.all(batches.map((batch) => getBatch<T>(batch, tableName(table))))).flat();
}

async function getBatch<T extends Item>(keys: Key[], table: string): Promise<T[]> {
  const found: T[] = [];
  let asked = keys.map((key) => marshall(key));
  while (asked.length > 0) {
    const request = { RequestItems: { [table]: { Keys: asked, ConsistentRead: true } } };
    const answer = await dynamo.send(new BatchGetItemCommand(request));
    for (const row of answer.Responses?.[table] ?? []) found.push(unmarshall(row) as T);
    asked = (answer.UnprocessedKeys?.[table]?.Keys ?? []) as typeof asked;
  }
  return found;
}

/** Which rows to read: one partition of the table or of an index, narrowed by its sort key. */
export interface Selection {
  table?: TableName;
  index?: "due" | "listed";
  pk: string;
  prefix?: string;
  between?: [from: string, to: string];
  descending?: boolean;
  limit?: number;
  /** The `next` of the page before. */
  after?: string;
  /** Reads as of now instead of possibly a moment ago; not offered by indexes. */
  consistent?: boolean;
}

export interface Page<T> {
  items: T[];
  /** Present when more rows follow; hand it back as `after`. */
  next?: string;
}

/** Reads one page of rows in sort-key order. */
export async function queryPage<T extends Item>(selection: Selection): Promise<Page<T>> {
  const answer = await dynamo.send(new QueryCommand(queryInput(selection)));
  const items = (answer.Items ?? []).map((row) => unmarshall(row) as T);
  return answer.LastEvaluatedKey
    ? { items, next: cursorOf(selection, unmarshall(answer.LastEvaluatedKey)) }
    : { items };
}

/** Reads every row of a selection that is known to be short. */
export async function queryAll<T extends Item>(selection: Selection): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page: Page<T> = await queryPage<T>({ ...selection, ...(after ? { after } : {}) });
    items.push(...page.items);
    after = page.next;
  } while (after);
  return items;
}

const KEY_NAMES = { table: ["pk", "sk"], due: ["dueShard", "dueAt"], listed: ["listKey", "listAt"] } as const;

function queryInput(selection: Selection): QueryCommandInput {
  const [pk, sk] = KEY_NAMES[selection.index ?? "table"];
  const range = rangeOf(selection);
  return {
    TableName: tableName(selection.table ?? "main"),
    IndexName: selection.index,
    KeyConditionExpression: `#pk = :pk${range ? ` AND ${range.expression}` : ""}`,
    ExpressionAttributeNames: { "#pk": pk, ...(range ? { "#sk": sk } : {}) },
    ExpressionAttributeValues: marshall({ ":pk": selection.pk, ...range?.values }),
    ScanIndexForward: !selection.descending,
    Limit: selection.limit,
    ConsistentRead: selection.consistent ?? false,
    ExclusiveStartKey: selection.after ? marshall(startKey(selection, selection.after)) : undefined,
  };
}

function rangeOf({ prefix, between }: Selection) {
  if (between) return { expression: "#sk BETWEEN :from AND :to", values: { ":from": between[0], ":to": between[1] } };
  if (prefix) return { expression: "begins_with(#sk, :prefix)", values: { ":prefix": prefix } };
  return undefined;
}

/** A cursor never names a partition: whoever forges one stays within what was asked for. */
function cursorOf({ index }: Selection, key: Record<string, unknown>): string {
  const parts = index ? [key[KEY_NAMES[index][1]], key.pk, key.sk] : [key.sk];
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

function startKey({ index, pk }: Selection, cursor: string): Record<string, string> {
  const parts = textsIn(Buffer.from(cursor, "base64url").toString());
  if (!index) return { pk, sk: parts[0] ?? "~" };
  const [sort = "~", ownPk = "~", sk = "~"] = parts;
  const [indexPk, indexSk] = KEY_NAMES[index];
  return { [indexPk]: pk, [indexSk]: sort, pk: ownPk, sk };
}

/** A cursor that is none of ours begins behind everything and so finds nothing. */
function textsIn(json: string): string[] {
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? parsed.filter((each) => typeof each === "string" && each.length > 0) : [];
  } catch {
    return [];
  }
}
