import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { isOurs } from "./endpoint.ts";
import { item, refusal, testTable } from "./test-table.ts";

const table = testTable();
const KEY = { pk: "items", sk: "subject" };

const putRaw = (attributes: Record<string, AttributeValue>) =>
  table.put(KEY, { Item: { ...item(KEY), ...attributes } });
const getRaw = async () => (await table.get(KEY, { ConsistentRead: true })).Item;

describe("an item", () => {
  test("comes back with every type as it was written", async () => {
    const attributes: Record<string, AttributeValue> = {
      text: { S: 'O\'Neil & Søn 语言 😀 \u0000 "quoted"' },
      empty: { S: "" },
      number: { N: "-0.000123" },
      yes: { BOOL: true },
      none: { NULL: true },
      bytes: { B: Uint8Array.from([0, 255, 128]) },
      noBytes: { B: new Uint8Array() },
      texts: { SS: ["a", ""] },
      numbers: { NS: ["1", "2.5"] },
      binaries: { BS: [Uint8Array.from([1])] },
      list: { L: [{ S: "a" }, { L: [] }, { M: {} }] },
      map: { M: { "odd name #1": { N: "1" } } },
    };
    await putRaw(attributes);
    const found = await getRaw();
    expect({
      ...found,
      numbers: { NS: found?.numbers?.NS?.toSorted() },
      texts: { SS: found?.texts?.SS?.toSorted() },
    }).toEqual({ ...item(KEY), ...attributes, numbers: { NS: ["1", "2.5"] }, texts: { SS: ["", "a"] } });
  });

  test.each([
    ["1.50", "1.5"],
    ["-0", "0"],
    ["1e3", "1000"],
    ["001", "1"],
    ["1E-130", `0.${"0".repeat(129)}1`],
    ["9".repeat(38), "9".repeat(38)],
  ])("keeps the number %s as %s", async (written, kept) => {
    await putRaw({ n: { N: written } });
    expect((await getRaw())?.n).toEqual({ N: kept });
  });

  test.each([
    ["more than 38 digits", { N: "1".repeat(39) }, isOurs ? /38 significant digits/ : /38 digits/],
    ["a number too large", { N: "1e126" }, /Number overflow/],
    ["a number too small", { N: "1e-131" }, /Number underflow/],
    ["what is no number", { N: "one" }, /cannot be converted/],
    ["an empty attribute name", { M: { "": { S: "x" } } }, /Empty attribute name/],
    ["an empty set", { SS: [] }, /set {2}may not be empty/],
    ["a set with a member twice", { SS: ["a", "a"] }, /contains duplicates/],
    ["a set with a number twice", { NS: ["1", "1.0"] }, /contains duplicates/],
  ] as [string, AttributeValue, RegExp][])("is refused with %s", async (_title, value, message) => {
    const error = await refusal(putRaw({ bad: value }));
    expect(error.name).toBe("ValidationException");
    expect(error.message).toMatch(message);
  });

  test("may weigh 400 KB, counted in UTF-8 with its names, and no more", async () => {
    const overhead = "pk".length + "items".length + "sk".length + "subject".length + "text".length;
    const room = 400 * 1024 - overhead;
    await putRaw({ text: { S: "x".repeat(room) } });
    expect((await refusal(putRaw({ text: { S: "x".repeat(room + 1) } }))).message).toBe(
      "Item size has exceeded the maximum allowed size",
    );
    expect((await refusal(putRaw({ text: { S: "语".repeat(Math.ceil(room / 3) + 1) } }))).message).toMatch(/Item size/);
    await putRaw({ text: { S: "语".repeat(Math.floor(room / 3)) } });
    const grown = table.update(KEY, "SET more = :m", { ExpressionAttributeValues: { ":m": { S: "x".repeat(20) } } });
    expect((await refusal(grown)).message).toMatch(/Item size to update has exceeded the maximum allowed size/);
  });

  test("read by a projection comes back in part", async () => {
    await putRaw({
      map: { M: { a: { N: "1" }, b: { N: "2" } } },
      list: { L: [{ S: "x" }, { S: "y" }] },
      other: { S: "z" },
    });
    const { Item } = await table.get(KEY, {
      ProjectionExpression: "pk, #m.a, #l[1], nobody",
      ExpressionAttributeNames: { "#m": "map", "#l": "list" },
    });
    expect(Item).toEqual({ pk: { S: "items" }, map: { M: { a: { N: "1" } } }, list: { L: [{ S: "y" }] } });
  });

  test("returns what it was on put and delete where asked", async () => {
    await putRaw({ n: { N: "1" } });
    const put = await table.put({ ...KEY, n: 2 }, { ReturnValues: "ALL_OLD" });
    expect(put.Attributes?.n).toEqual({ N: "1" });
    const removed = await table.remove(KEY, { ReturnValues: "ALL_OLD" });
    expect(removed.Attributes?.n).toEqual({ N: "2" });
    expect((await table.remove(KEY, { ReturnValues: "ALL_OLD" })).Attributes).toBeUndefined();
    expect(await getRaw()).toBeUndefined();
  });
});

describe("a key is refused", () => {
  test("when it is empty", async () => {
    const message =
      "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: sk";
    const empty = { pk: "items", sk: "" };
    for (const call of [table.put, table.get, table.update, table.remove]) {
      expect(await refusal(call(empty))).toMatchObject({ name: "ValidationException", message });
    }
  });

  test("when it lacks an element, has one too many or another type", async () => {
    for (const key of [{ pk: "items" }, { ...KEY, more: "x" }, { pk: "items", sk: 1 }]) {
      expect((await refusal(table.get(key))).name).toBe("ValidationException");
    }
    expect((await refusal(table.put({ pk: "items" }))).name).toBe("ValidationException");
  });

  test("when it is too long, counted in bytes", async () => {
    const hash = await refusal(table.put({ pk: "语".repeat(683), sk: "a" }));
    expect(hash.message).toMatch(/2048 ?bytes/);
    const range = await refusal(table.put({ pk: "a", sk: "x".repeat(1025) }));
    expect(range.message).toMatch(/1024 ?bytes/);
    await table.put({ pk: "语".repeat(682), sk: "x".repeat(1024) });
  });
});

describe("a request is refused", () => {
  const KEYED = { ExpressionAttributeNames: { "#a": "a" } };

  test.each([
    [
      "with a placeholder that it does not use",
      "SET b = :v",
      { ...KEYED, ExpressionAttributeValues: { ":v": { S: "" } } },
      /ExpressionAttributeNames unused in expressions: keys: {#a}/,
    ],
    [
      "with a name that it does not define",
      "SET #b = :v",
      { ...KEYED, ExpressionAttributeValues: { ":v": { S: "" } } },
      /attribute name used in the document path is not defined; attribute name: #b/,
    ],
    [
      "with a value that it does not define",
      "SET #a = :w",
      { ...KEYED, ExpressionAttributeValues: { ":v": { S: "" } } },
      /attribute value used in expression is not defined; attribute value: :w/,
    ],
    [
      "with a reserved word",
      "SET name = :v",
      { ExpressionAttributeValues: { ":v": { S: "" } } },
      /Attribute name is a reserved keyword; reserved keyword: name/,
    ],
    ["with an empty expression", "", {}, /The expression can not be empty/],
    [
      "with a section twice",
      "SET a = :v SET b = :v",
      { ExpressionAttributeValues: { ":v": { S: "" } } },
      /"SET" section can only be used once/,
    ],
    [
      "with a function that does not exist",
      "SET a = bogus(:v)",
      { ExpressionAttributeValues: { ":v": { S: "" } } },
      /Invalid function name; function: bogus/,
    ],
  ])("%s", async (_title, expression, extra, message) => {
    const error = await refusal(table.update(KEY, expression, extra));
    expect(error).toMatchObject({ name: "ValidationException" });
    expect(error.message).toMatch(message);
  });

  test("on a table that does not exist", async () => {
    const error = await refusal(table.get(KEY, { TableName: "nowhere" } as object));
    expect(error.name).toBe("ResourceNotFoundException");
  });
});
