import type { ScanCommandInput } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { item, refusal, testTable, values } from "./test-table.ts";

const table = testTable();
const ALL = Array.from({ length: 60 }, (_, n) => `con_${String(n).padStart(3, "0")}`);

beforeAll(async () => {
  for (let from = 0; from < ALL.length; from += 25) {
    const writes = ALL.slice(from, from + 25).map((pk) => ({
      PutRequest: { Item: item({ pk, sk: "contact", odd: Number(pk.slice(4)) % 2 }) },
    }));
    expect((await table.batchWrite(writes)).UnprocessedItems).toEqual({});
  }
});

async function scanned(extra: Partial<ScanCommandInput> = {}) {
  const found: string[] = [];
  let ExclusiveStartKey: ScanCommandInput["ExclusiveStartKey"];
  do {
    const page = await table.scan({ ...extra, ExclusiveStartKey });
    found.push(...(page.Items ?? []).map((each) => unmarshall(each).pk));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return found;
}

describe("a scan", () => {
  test("finds every item once, in pages of any size", async () => {
    expect((await scanned()).sort()).toEqual(ALL);
    expect((await scanned({ Limit: 7 })).sort()).toEqual(ALL);
  });

  test.each([2, 4, 7])("in %i segments finds every item once", async (TotalSegments) => {
    const segments = Array.from({ length: TotalSegments }, (_, Segment) =>
      scanned({ Segment, TotalSegments, Limit: 5 }),
    );
    expect((await Promise.all(segments)).flat().sort()).toEqual(ALL);
  });

  test("filters and counts what it evaluated", async () => {
    const answer = await table.scan({
      FilterExpression: "odd = :one",
      ExpressionAttributeValues: values({ ":one": 1 }),
      Select: "COUNT",
    });
    expect(answer).toMatchObject({ Count: 30, ScannedCount: 60 });
  });

  test("refuses a segment beyond the total, or without one", async () => {
    expect((await refusal(table.scan({ Segment: 2, TotalSegments: 2 }))).name).toBe("ValidationException");
    expect((await refusal(table.scan({ Segment: 2 }))).name).toBe("ValidationException");
  });
});

describe("a batch", () => {
  test("reads what exists and is silent about the rest", async () => {
    const keys = [ALL[3], ALL[5], "nobody"].map((pk) => ({ pk, sk: "contact" }));
    const { Responses, UnprocessedKeys } = await table.batchGet(keys);
    expect(Responses?.[table.name]?.map((each) => unmarshall(each).pk).sort()).toEqual([ALL[3], ALL[5]]);
    expect(UnprocessedKeys).toEqual({});
  });

  test("puts and deletes", async () => {
    await table.batchWrite([
      { PutRequest: { Item: item({ pk: "batch", sk: "a" }) } },
      { PutRequest: { Item: item({ pk: "batch", sk: "b" }) } },
    ]);
    await table.batchWrite([
      { DeleteRequest: { Key: item({ pk: "batch", sk: "a" }) } },
      { PutRequest: { Item: item({ pk: "batch", sk: "b", n: 2 }) } },
    ]);
    expect((await table.get({ pk: "batch", sk: "a" })).Item).toBeUndefined();
    expect((await table.get({ pk: "batch", sk: "b" })).Item).toEqual(item({ pk: "batch", sk: "b", n: 2 }));
    await table.remove({ pk: "batch", sk: "b" });
  });

  test("refuses the same item twice, and too many items", async () => {
    const twice = { DeleteRequest: { Key: item({ pk: "batch", sk: "a" }) } };
    expect((await refusal(table.batchWrite([twice, twice]))).message).toMatch(/item keys contains duplicates/);
    const key = { pk: "batch", sk: "a" };
    expect((await refusal(table.batchGet([key, key]))).message).toMatch(/item keys contains duplicates/);
    const many = Array.from({ length: 26 }, (_, n) => ({
      DeleteRequest: { Key: item({ pk: "batch", sk: String(n) }) },
    }));
    expect((await refusal(table.batchWrite(many))).name).toBe("ValidationException");
  });
});
