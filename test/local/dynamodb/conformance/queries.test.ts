import type { QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { item, refusal, testTable, values } from "./test-table.ts";

const table = testTable();

beforeAll(async () => {
  for (const sk of ["a", "a#1", "a#2", "b", "c", "é", "語", "😀"]) {
    await table.put({ pk: "p", sk, n: sk.length, queue: "marketing" });
  }
  await table.put({ pk: "other", sk: "a" });
});

type Extra = Partial<QueryCommandInput>;

async function sks(condition: string, plain: Record<string, unknown>, extra: Extra = {}) {
  const { Items = [] } = await table.query({
    KeyConditionExpression: condition,
    ExpressionAttributeValues: values({ ":p": "p", ...plain }),
    ...extra,
  });
  return Items.map((each) => unmarshall(each).sk);
}

describe("a query", () => {
  test.each([
    ["pk = :p", {}, ["a", "a#1", "a#2", "b", "c", "é", "語", "😀"]],
    ["pk = :p AND sk = :s", { ":s": "b" }, ["b"]],
    ["pk = :p AND sk < :s", { ":s": "b" }, ["a", "a#1", "a#2"]],
    ["pk = :p AND sk <= :s", { ":s": "b" }, ["a", "a#1", "a#2", "b"]],
    ["pk = :p AND sk > :s", { ":s": "c" }, ["é", "語", "😀"]],
    ["pk = :p AND sk >= :s", { ":s": "c" }, ["c", "é", "語", "😀"]],
    ["pk = :p AND sk BETWEEN :s AND :t", { ":s": "a#1", ":t": "b" }, ["a#1", "a#2", "b"]],
    ["pk = :p AND begins_with(sk, :s)", { ":s": "a#" }, ["a#1", "a#2"]],
    ["begins_with(sk, :s) AND :p = pk", { ":s": "語" }, ["語"]],
    ["pk = :p AND :s < sk", { ":s": "c" }, ["é", "語", "😀"]],
    ["pk = :p AND sk = :s", { ":s": "absent" }, []],
  ])("by %s with %o", async (condition, plain, expected) => {
    expect(await sks(condition, plain)).toEqual(expected);
    expect(await sks(condition, plain, { ScanIndexForward: false })).toEqual([...expected].reverse());
  });

  test("filters after it has read, and counts both", async () => {
    const answer = await table.query({
      KeyConditionExpression: "pk = :p",
      FilterExpression: "n > :one",
      ExpressionAttributeValues: values({ ":p": "p", ":one": 1 }),
    });
    expect(answer).toMatchObject({ Count: 3, ScannedCount: 8 });
    expect(answer.Items?.map((each) => unmarshall(each).sk)).toEqual(["a#1", "a#2", "😀"]);
  });

  test("answers with a projection, or with the count alone", async () => {
    const ask = {
      KeyConditionExpression: "pk = :p AND sk = :s",
      ExpressionAttributeValues: values({ ":p": "p", ":s": "b" }),
    };
    const { Items } = await table.query({
      ...ask,
      ProjectionExpression: "#n, nobody",
      ExpressionAttributeNames: { "#n": "n" },
    });
    expect(Items).toEqual([item({ n: 1 })]);
    const counted = await table.query({ ...ask, Select: "COUNT" });
    expect(counted).toMatchObject({ Count: 1, ScannedCount: 1 });
    expect(counted.Items).toBeUndefined();
  });

  test.each([true, false])("pages through everything once (forward: %s)", async (ScanIndexForward) => {
    const found: string[] = [];
    let ExclusiveStartKey: QueryCommandInput["ExclusiveStartKey"];
    let pages = 0;
    do {
      const page = await table.query({
        KeyConditionExpression: "pk = :p",
        ExpressionAttributeValues: values({ ":p": "p" }),
        Limit: 3,
        ScanIndexForward,
        ExclusiveStartKey,
      });
      found.push(...(page.Items ?? []).map((each) => unmarshall(each).sk));
      ExclusiveStartKey = page.LastEvaluatedKey;
      pages += 1;
    } while (ExclusiveStartKey);
    const all = ["a", "a#1", "a#2", "b", "c", "é", "語", "😀"];
    expect(found).toEqual(ScanIndexForward ? all : all.reverse());
    expect(pages).toBe(3);
  });

  test("hands back a key where the limit is met exactly, and none on the page after", async () => {
    const ask = { KeyConditionExpression: "pk = :p", ExpressionAttributeValues: values({ ":p": "p" }), Limit: 8 };
    const first = await table.query(ask);
    expect(first.LastEvaluatedKey).toEqual(item({ pk: "p", sk: "😀" }));
    const second = await table.query({ ...ask, ExclusiveStartKey: first.LastEvaluatedKey });
    expect(second).toMatchObject({ Count: 0, ScannedCount: 0 });
    expect(second.LastEvaluatedKey).toBeUndefined();
  });

  test("stops after a mebibyte", async () => {
    for (let n = 0; n < 6; n += 1) await table.put({ pk: "heavy", sk: String(n), text: "x".repeat(300_000) });
    const ask = { KeyConditionExpression: "pk = :p", ExpressionAttributeValues: values({ ":p": "heavy" }) };
    const first = await table.query(ask);
    expect(first.Count).toBe(4);
    const second = await table.query({ ...ask, ExclusiveStartKey: first.LastEvaluatedKey });
    expect(second.Count).toBe(2);
    expect(second.LastEvaluatedKey).toBeUndefined();
  });
});

describe("a query is refused", () => {
  const cases: [string, Extra & { plain: Record<string, unknown> }, RegExp][] = [
    [
      "without a condition on the hash key",
      { KeyConditionExpression: "sk = :s", plain: { ":s": "a" } },
      /missed key schema element/,
    ],
    [
      "with a range on the hash key",
      { KeyConditionExpression: "pk > :s", plain: { ":s": "a" } },
      /Query key condition not supported/,
    ],
    [
      "with a condition on another attribute",
      { KeyConditionExpression: "pk = :s AND n = :s", plain: { ":s": "a" } },
      /missed key schema element/,
    ],
    [
      "with OR",
      { KeyConditionExpression: "pk = :s OR sk = :s", plain: { ":s": "a" } },
      /Invalid operator used in KeyConditionExpression: OR/,
    ],
    [
      "with a value of another type",
      { KeyConditionExpression: "pk = :s", plain: { ":s": 1 } },
      /Condition parameter type does not match schema type/,
    ],
    [
      "on an index that does not exist",
      { IndexName: "nowhere", KeyConditionExpression: "pk = :s", plain: { ":s": "a" } },
      /does not have the specified index/,
    ],
    [
      "with a consistent read of an index",
      { IndexName: "due", ConsistentRead: true, KeyConditionExpression: "dueShard = :s", plain: { ":s": "a" } },
      /Consistent reads are not supported on global secondary indexes/,
    ],
    [
      "with a filter on a key",
      { KeyConditionExpression: "pk = :s", FilterExpression: "sk = :s", plain: { ":s": "a" } },
      /Filter Expression can only contain non-primary key attributes/,
    ],
    [
      "for all attributes of a partial index",
      { IndexName: "due", Select: "ALL_ATTRIBUTES", KeyConditionExpression: "dueShard = :s", plain: { ":s": "a" } },
      /ALL_ATTRIBUTES is not supported for global secondary index/,
    ],
    [
      "with bounds the wrong way round",
      { KeyConditionExpression: "pk = :s AND sk BETWEEN :b AND :a", plain: { ":s": "a", ":a": "a", ":b": "b" } },
      /BETWEEN operator requires upper bound to be greater/,
    ],
  ];

  test.each(cases)("%s", async (_title, { plain, ...extra }, message) => {
    const error = await refusal(table.query({ ...extra, ExpressionAttributeValues: values(plain) }));
    expect(error.name).toBe("ValidationException");
    expect(error.message).toMatch(message);
  });

  test("with a start key of another partition", async () => {
    const error = await refusal(
      table.query({
        KeyConditionExpression: "pk = :p",
        ExpressionAttributeValues: values({ ":p": "p" }),
        ExclusiveStartKey: item({ pk: "other", sk: "a" }),
      }),
    );
    expect(error.message).toMatch(/provided starting key/);
  });
});
