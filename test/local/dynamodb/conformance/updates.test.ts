import { unmarshall } from "@aws-sdk/util-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { isOurs } from "./endpoint.ts";
import { refusal, testTable, values } from "./test-table.ts";

const table = testTable();
const KEY = { pk: "updates", sk: "subject" };
const SUBJECT = {
  ...KEY,
  count: 10,
  steps: ["a", "b", "c", "d"],
  dossier: { nested: { grade: 3 }, kept: true },
  tags: new Set(["red", "green"]),
  scores: new Set([1, 2]),
  text: "golden",
};

beforeEach(() => table.put(SUBJECT));

async function updatedBy(expression: string, plain?: Record<string, unknown>, names?: Record<string, string>) {
  const { Attributes } = await table.update(KEY, expression, {
    ...(plain && { ExpressionAttributeValues: values(plain) }),
    ...(names && { ExpressionAttributeNames: names }),
    ReturnValues: "ALL_NEW",
  });
  const { pk, sk, ...rest } = unmarshall(Attributes ?? {});
  expect({ pk, sk }).toEqual(KEY);
  expect(unmarshall((await table.get(KEY, { ConsistentRead: true })).Item ?? {})).toEqual({ ...KEY, ...rest });
  return rest;
}

describe("SET", () => {
  test("adds and overwrites attributes, by name or by placeholder", async () => {
    const changed = await updatedBy("SET fresh = :a, #t = :b", { ":a": "new", ":b": "silver" }, { "#t": "text" });
    expect(changed).toMatchObject({ fresh: "new", text: "silver", count: 10 });
  });

  test("adds and subtracts numbers exactly", async () => {
    expect(await updatedBy("SET #c = #c + :n", { ":n": 0.1 }, { "#c": "count" })).toMatchObject({ count: 10.1 });
    expect(await updatedBy("SET #c = :n - #c", { ":n": 0.2 }, { "#c": "count" })).toMatchObject({ count: -9.9 });
  });

  test("falls back where an attribute does not exist yet", async () => {
    const changed = await updatedBy(
      "SET points = if_not_exists(points, :zero) + :n, #t = if_not_exists(#t, :t)",
      {
        ":zero": 0,
        ":n": 7,
        ":t": "unused",
      },
      { "#t": "text" },
    );
    expect(changed).toMatchObject({ points: 7, text: "golden" });
  });

  test("appends to and prepends to a list", async () => {
    expect(await updatedBy("SET #l = list_append(#l, :l)", { ":l": ["e"] }, { "#l": "steps" })).toMatchObject({
      steps: ["a", "b", "c", "d", "e"],
    });
    expect(await updatedBy("SET #l = list_append(:l, #l)", { ":l": ["z"] }, { "#l": "steps" })).toMatchObject({
      steps: ["z", "a", "b", "c", "d", "e"],
    });
    expect(
      await updatedBy("SET notes = list_append(if_not_exists(notes, :none), :l)", { ":none": [], ":l": ["1"] }),
    ).toMatchObject({ notes: ["1"] });
  });

  test("reaches into maps and lists", async () => {
    const names = { "#m": "dossier", "#l": "steps", "#i": "nested", "#v": "grade" };
    const changed = await updatedBy("SET #m.#i.#v = :n, #l[1] = :s, #m.fresh = :n", { ":n": 4, ":s": "B" }, names);
    expect(changed).toMatchObject({
      dossier: { nested: { grade: 4 }, kept: true, fresh: 4 },
      steps: ["a", "B", "c", "d"],
    });
  });

  test("places elements beyond the end of a list at its end", async () => {
    const changed = await updatedBy("SET #l[9] = :y, #l[7] = :x", { ":x": "x", ":y": "y" }, { "#l": "steps" });
    expect(changed).toMatchObject({ steps: ["a", "b", "c", "d", "x", "y"] });
  });

  test("reads every right-hand side from the item as it was", async () => {
    const changed = await updatedBy("SET a = #c, #c = :n, b = #c", { ":n": 99 }, { "#c": "count" });
    expect(changed).toMatchObject({ a: 10, b: 10, count: 99 });
  });
});

describe("REMOVE", () => {
  test("takes attributes, map entries and absent names away", async () => {
    const changed = await updatedBy("REMOVE #t, #m.kept, absent", undefined, { "#t": "text", "#m": "dossier" });
    expect(changed).not.toHaveProperty("text");
    expect(changed).toMatchObject({ dossier: { nested: { grade: 3 } } });
    expect(changed.dossier).not.toHaveProperty("kept");
  });

  test("counts list positions in the list as it was", async () => {
    expect(await updatedBy("REMOVE #l[0], #l[2]", undefined, { "#l": "steps" })).toMatchObject({ steps: ["b", "d"] });
  });

  test("works beside SET on the same list", async () => {
    const changed = await updatedBy("SET #l[1] = :x REMOVE #l[0]", { ":x": "X" }, { "#l": "steps" });
    expect(changed).toMatchObject({ steps: ["X", "c", "d"] });
  });
});

describe("ADD and DELETE", () => {
  test("ADD sums numbers, begins at zero and unites sets", async () => {
    const changed = await updatedBy(
      "ADD #c :n, fresh :n, tags :t, colours :t",
      { ":n": -3, ":t": new Set(["green", "blue"]) },
      { "#c": "count" },
    );
    expect(changed).toMatchObject({ count: 7, fresh: -3 });
    expect([...changed.tags].sort()).toEqual(["blue", "green", "red"]);
    expect([...changed.colours].sort()).toEqual(["blue", "green"]);
  });

  test("DELETE takes members away, and the set with its last member", async () => {
    const changed = await updatedBy("DELETE tags :t, scores :s, absent :t", {
      ":t": new Set(["green", "blue"]),
      ":s": new Set([1, 2]),
    });
    expect(changed.tags).toEqual(new Set(["red"]));
    expect(changed).not.toHaveProperty("scores");
    expect(changed).not.toHaveProperty("absent");
  });
});

describe("an update", () => {
  test("creates the item where there is none", async () => {
    const key = { pk: "updates", sk: `new-${Date.now()}` };
    await table.update(key, "SET a = :a", { ExpressionAttributeValues: values({ ":a": 1 }) });
    expect(unmarshall((await table.get(key)).Item ?? {})).toEqual({ ...key, a: 1 });
  });

  test("without an expression creates the bare item", async () => {
    const key = { pk: "updates", sk: `bare-${Date.now()}` };
    await table.update(key);
    expect(unmarshall((await table.get(key)).Item ?? {})).toEqual(key);
  });

  test.each([
    ["ALL_OLD", SUBJECT],
    ["UPDATED_OLD", { count: 10 }],
    ["UPDATED_NEW", { count: 11, fresh: 11 }],
    ["ALL_NEW", { ...SUBJECT, count: 11, fresh: 11 }],
  ] as const)("returns %s", async (ReturnValues, expected) => {
    const { Attributes } = await table.update(KEY, "SET #c = :n, fresh = :n", {
      ExpressionAttributeNames: { "#c": "count" },
      ExpressionAttributeValues: values({ ":n": 11 }),
      ReturnValues,
    });
    expect(unmarshall(Attributes ?? {})).toEqual(expected);
  });

  test("returns nothing unless asked", async () => {
    expect((await table.update(KEY, "REMOVE absent")).Attributes).toBeUndefined();
  });
});

describe("an update is refused and changes nothing", () => {
  const cases: [string, string, Record<string, unknown> | undefined, RegExp][] = [
    ["an operand that does not exist", "SET a = absent + :n", { ":n": 1 }, /attribute that does not exist in the item/],
    ["adding to a text", "SET a = sk + :n", { ":n": 1 }, /incorrect data type/],
    ["ADD of a number to a set", "ADD tags :n", { ":n": 1 }, /incorrect data type/],
    ["DELETE of another set type", "DELETE tags :n", { ":n": new Set([1]) }, /incorrect data type/],
    [
      "a path through nothing",
      "SET nowhere.deep = :n",
      { ":n": 1 },
      /document path provided in the update expression is invalid/,
    ],
    [
      "a list position of a map",
      "SET #dossier[0] = :n",
      { ":n": 1 },
      /document path provided in the update expression is invalid/,
    ],
    ["appending to what is no steps", "SET a = list_append(tags, :l)", { ":l": [1] }, /incorrect data type/],
    [
      "a change of the key",
      "SET pk = :n",
      { ":n": "x" },
      /Cannot update attribute pk. This attribute is part of the key/,
    ],
    ["two paths that overlap", "SET #dossier = :n, #dossier.kept = :n", { ":n": 1 }, /Two document paths overlap/],
  ];

  test.each(cases)("%s", async (_title, expression, plain, message) => {
    const names = expression.includes("#dossier") ? { "#dossier": "dossier" } : undefined;
    const error = await refusal(
      table.update(KEY, expression, {
        ...(plain && { ExpressionAttributeValues: values(plain) }),
        ...(names && { ExpressionAttributeNames: names }),
      }),
    );
    expect(error.name).toBe("ValidationException");
    expect(error.message).toMatch(message);
    expect(unmarshall((await table.get(KEY)).Item ?? {})).toEqual(SUBJECT);
  });

  test("a sum of more than 38 digits", async () => {
    await table.update(KEY, "SET big = :n", { ExpressionAttributeValues: { ":n": { N: "9".repeat(38) } } });
    const error = await refusal(
      table.update(KEY, "SET big = big + :d", { ExpressionAttributeValues: { ":d": { N: "0.5" } } }),
    );
    expect(error.name).toBe("ValidationException");
    if (isOurs) expect(error.message).toMatch(/38 significant digits/);
  });

  test("an overflow", async () => {
    await table.update(KEY, "SET big = :n", { ExpressionAttributeValues: { ":n": { N: "9.9e125" } } });
    const error = await refusal(
      table.update(KEY, "ADD big :n", { ExpressionAttributeValues: { ":n": { N: "9.9e125" } } }),
    );
    expect(error.message).toMatch(/Number overflow/);
  });
});
