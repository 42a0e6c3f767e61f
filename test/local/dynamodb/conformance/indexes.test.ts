import type { QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { refusal, testTable, values } from "./test-table.ts";

const table = testTable();
let shard = "";

beforeEach(() => {
  shard = `2026-11-23T14#${crypto.randomUUID()}`;
});

const work = (sk: string, dueAt: string, extra: Record<string, unknown> = {}) =>
  table.put({ pk: "con_1", sk, dueShard: shard, dueAt, queue: "reactions", secret: "not projected", ...extra });

async function due(extra: Partial<QueryCommandInput> = {}) {
  const { Items = [] } = await table.query({
    IndexName: "due",
    KeyConditionExpression: "dueShard = :shard",
    ExpressionAttributeValues: values({ ":shard": shard }),
    ...extra,
  });
  return Items.map((each) => unmarshall(each));
}

describe("an index", () => {
  test("holds its keys, the table's keys and what it includes, in its own order", async () => {
    await work("b", "2026-11-23T15:00:00.000Z");
    await work("a", "2026-11-23T14:00:00.000Z");
    expect(await due()).toEqual([
      { pk: "con_1", sk: "a", dueShard: shard, dueAt: "2026-11-23T14:00:00.000Z", queue: "reactions" },
      { pk: "con_1", sk: "b", dueShard: shard, dueAt: "2026-11-23T15:00:00.000Z", queue: "reactions" },
    ]);
    expect((await due({ ScanIndexForward: false })).map(({ sk }) => sk)).toEqual(["b", "a"]);
  });

  test("is sparse: an item without one of its keys is not in it", async () => {
    await table.put({ pk: "con_1", sk: "half", dueShard: shard });
    expect(await due()).toEqual([]);
  });

  test("follows updates of its keys and of what it includes", async () => {
    await work("a", "2026-11-23T14:00:00.000Z");
    const key = { pk: "con_1", sk: "a" };
    await table.update(key, "SET dueAt = :at", { ExpressionAttributeValues: values({ ":at": "2026-11-24" }) });
    await table.update(key, "SET queue = :q", { ExpressionAttributeValues: values({ ":q": "marketing" }) });
    await table.update(key, "SET secret = :q", { ExpressionAttributeValues: values({ ":q": "changed" }) });
    expect(await due()).toEqual([{ ...key, dueShard: shard, dueAt: "2026-11-24", queue: "marketing" }]);
    await table.update(key, "REMOVE dueShard, dueAt, queue");
    expect(await due()).toEqual([]);
  });

  test("forgets an item that is overwritten without its keys, or deleted", async () => {
    await work("a", "2026-11-23T14:00:00.000Z");
    await work("b", "2026-11-23T14:00:00.000Z");
    await table.put({ pk: "con_1", sk: "a" });
    await table.remove({ pk: "con_1", sk: "b" });
    expect(await due()).toEqual([]);
  });

  test("follows transactions", async () => {
    await work("a", "2026-11-23T14:00:00.000Z");
    const Key = { pk: { S: "con_1" }, sk: { S: "a" } };
    await table.transact([
      { Update: { TableName: table.name, Key, UpdateExpression: "REMOVE dueShard, dueAt, queue" } },
      { Put: { TableName: table.name, Item: { ...Key, sk: { S: "b" }, dueShard: { S: shard }, dueAt: { S: "1" } } } },
    ]);
    expect((await due()).map(({ sk }) => sk)).toEqual(["b"]);
  });

  test("pages through items that share its keys", async () => {
    for (const sk of ["a", "b", "c", "d", "e"]) await work(sk, "2026-11-23T14:00:00.000Z");
    const first = await table.query({
      IndexName: "due",
      KeyConditionExpression: "dueShard = :shard",
      ExpressionAttributeValues: values({ ":shard": shard }),
      Limit: 2,
    });
    expect(Object.keys(first.LastEvaluatedKey ?? {}).sort()).toEqual(["dueAt", "dueShard", "pk", "sk"]);
    const rest = await due({ ExclusiveStartKey: first.LastEvaluatedKey });
    const all = [...(first.Items ?? []).map((each) => unmarshall(each)), ...rest].map(({ sk }) => sk);
    expect(all.sort()).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("with keys only holds nothing else", async () => {
    await table.put({ pk: "con_1", sk: "l", listKey: shard, listAt: "1", queue: "reactions" });
    const { Items = [] } = await table.query({
      IndexName: "listed",
      KeyConditionExpression: "listKey = :k AND listAt <= :at",
      ExpressionAttributeValues: values({ ":k": shard, ":at": "9" }),
    });
    expect(Items.map((each) => unmarshall(each))).toEqual([{ pk: "con_1", sk: "l", listKey: shard, listAt: "1" }]);
  });

  test("can be scanned", async () => {
    await work("scanned", "2026-11-23T14:00:00.000Z");
    const { Items = [] } = await table.scan({
      IndexName: "due",
      FilterExpression: "queue = :q",
      ExpressionAttributeValues: values({ ":q": "reactions" }),
    });
    expect(Items.map((each) => unmarshall(each))).toContainEqual({
      pk: "con_1",
      sk: "scanned",
      dueShard: shard,
      dueAt: "2026-11-23T14:00:00.000Z",
      queue: "reactions",
    });
  });
});

describe("an index refuses", () => {
  test("a key of another type", async () => {
    const error = await refusal(table.put({ pk: "con_1", sk: "x", dueShard: 1, dueAt: "2" }));
    expect(error).toMatchObject({ name: "ValidationException" });
    expect(error.message).toMatch(/Type mismatch for Index Key/);
  });

  test("an empty key, in a put and in an update", async () => {
    const error = await refusal(table.put({ pk: "con_1", sk: "x", dueShard: "", dueAt: "2" }));
    expect(error.message).toMatch(/cannot contain an empty string value. IndexName: due, IndexKey: dueShard/);
    const update = table.update({ pk: "con_1", sk: "x" }, "SET dueAt = :e", {
      ExpressionAttributeValues: values({ ":e": "" }),
    });
    expect((await refusal(update)).message).toMatch(/cannot contain an empty string value/);
  });
});
