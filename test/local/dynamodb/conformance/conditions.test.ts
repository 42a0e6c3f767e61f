import { beforeAll, describe, expect, test } from "vitest";
import { item, refusal, testTable, values } from "./test-table.ts";

const table = testTable();
const KEY = { pk: "conditions", sk: "subject" };
const SUBJECT = {
  ...KEY,
  text: "golden lantern",
  count: 12,
  price: 19.95,
  flag: true,
  nothing: null,
  tags: new Set(["red", "green"]),
  scores: new Set([3, 5]),
  steps: ["a", 2, { deep: "x" }],
  dossier: { name: "Ana", nested: { grade: 3 } },
  bytes: Uint8Array.from([1, 2, 3]),
  empty: "",
};

beforeAll(() => table.put(SUBJECT));

async function holds(condition: string, plain: Record<string, unknown> = {}, names?: Record<string, string>) {
  const extra = {
    ConditionExpression: condition,
    ...(Object.keys(plain).length > 0 && { ExpressionAttributeValues: values(plain) }),
    ...(names && { ExpressionAttributeNames: names }),
  };
  const outcome = await table.put(SUBJECT, extra).then(
    () => true,
    (error: Error) => error,
  );
  if (outcome instanceof Error && outcome.name !== "ConditionalCheckFailedException") throw outcome;
  return outcome === true;
}

type Case = [condition: string, plain: Record<string, unknown>, expected: boolean];

describe("a condition decides", () => {
  const cases: Case[] = [
    ["attribute_exists(pk)", {}, true],
    ["attribute_exists(absent)", {}, false],
    ["attribute_not_exists(absent)", {}, true],
    ["attribute_not_exists(dossier.nested.grade)", {}, false],
    ["attribute_exists(steps[2].deep)", {}, true],
    ["attribute_exists(steps[9])", {}, false],
    ["attribute_exists(nothing)", {}, true],
    ["#count = :n", { ":n": 12 }, true],
    ["#count = :n", { ":n": "12" }, false],
    ["#count <> :n", { ":n": 13 }, true],
    ["absent <> :n", { ":n": 13 }, true],
    ["absent = :n", { ":n": 13 }, false],
    ["#count < :n", { ":n": 100 }, true],
    ["#count < :n", { ":n": 9 }, false],
    ["absent < :n", { ":n": 9 }, false],
    ["#count <= :n", { ":n": 12 }, true],
    ["#count >= :n", { ":n": 12.5 }, false],
    ["price > :n", { ":n": 19.949 }, true],
    ["#text < :s", { ":s": "golden z" }, true],
    ["#text > :n", { ":n": 1 }, false],
    ["#count BETWEEN :a AND :b", { ":a": 12, ":b": 13 }, true],
    ["#count BETWEEN :a AND :b", { ":a": 2, ":b": 9 }, false],
    [":n BETWEEN price AND #count", { ":n": 15 }, false],
    ["#count IN (:a, :b)", { ":a": 1, ":b": 12 }, true],
    ["#count IN (:a)", { ":a": 1 }, false],
    ["begins_with(#text, :s)", { ":s": "gold" }, true],
    ["begins_with(#text, :s)", { ":s": "lantern" }, false],
    ["begins_with(absent, :s)", { ":s": "gold" }, false],
    ["begins_with(bytes, :b)", { ":b": Uint8Array.from([1, 2]) }, true],
    ["contains(#text, :s)", { ":s": "n lan" }, true],
    ["contains(tags, :s)", { ":s": "red" }, true],
    ["contains(tags, :s)", { ":s": "re" }, false],
    ["contains(scores, :n)", { ":n": 5 }, true],
    ["contains(steps, :n)", { ":n": 2 }, true],
    ["contains(steps, :n)", { ":n": "2" }, false],
    ["contains(#text, :n)", { ":n": 1 }, false],
    ["size(#text) = :n", { ":n": 14 }, true],
    ["size(tags) = :n", { ":n": 2 }, true],
    ["size(steps) > :n", { ":n": 2 }, true],
    ["size(dossier) = :n", { ":n": 2 }, true],
    ["size(bytes) = :n", { ":n": 3 }, true],
    ["size(#empty) = :n", { ":n": 0 }, true],
    ["size(absent) = :n", { ":n": 0 }, false],
    ["attribute_type(#count, :t)", { ":t": "N" }, true],
    ["attribute_type(tags, :t)", { ":t": "SS" }, true],
    ["attribute_type(nothing, :t)", { ":t": "NULL" }, true],
    ["attribute_type(dossier, :t)", { ":t": "L" }, false],
    ["flag = :yes", { ":yes": true }, true],
    ["nothing = :none", { ":none": null }, true],
    ["tags = :set", { ":set": new Set(["green", "red"]) }, true],
    ["tags = :set", { ":set": new Set(["green"]) }, false],
    ["dossier = :m", { ":m": { nested: { grade: 3 }, name: "Ana" } }, true],
    ["dossier = :m", { ":m": { nested: { grade: 4 }, name: "Ana" } }, false],
    ["steps = :l", { ":l": ["a", 2, { deep: "x" }] }, true],
    ["steps = :l", { ":l": [2, "a", { deep: "x" }] }, false],
    ["dossier.#name = :s AND dossier.nested.grade = :n", { ":s": "Ana", ":n": 3 }, true],
    ["NOT #count = :n", { ":n": 12 }, false],
    ["attribute_exists(absent) OR #count = :n", { ":n": 12 }, true],
    ["attribute_exists(absent) AND #count = :n OR flag = :yes", { ":n": 12, ":yes": true }, true],
    ["attribute_exists(absent) AND (#count = :n OR flag = :yes)", { ":n": 12, ":yes": true }, false],
    ["#count > price", {}, false],
  ];
  const placeholders: Record<string, string> = {
    "#count": "count",
    "#text": "text",
    "#name": "name",
    "#empty": "empty",
  };

  test.each(cases)("%s with %o is %s", async (condition, plain, expected) => {
    const used = Object.entries(placeholders).filter(([placeholder]) => condition.includes(placeholder));
    expect(await holds(condition, plain, used.length > 0 ? Object.fromEntries(used) : undefined)).toBe(expected);
  });
});

describe("a failed condition", () => {
  const failing = { ConditionExpression: "attribute_not_exists(pk)" };

  test("changes nothing and says which kind of refusal it is", async () => {
    const error = await refusal(table.put({ ...KEY, text: "overwritten" }, failing));
    expect(error).toMatchObject({ name: "ConditionalCheckFailedException", message: "The conditional request failed" });
    expect(error.Item).toBeUndefined();
    expect((await table.get(KEY)).Item).toMatchObject({ text: { S: "golden lantern" } });
  });

  test.each(["put", "update", "remove"] as const)("of a %s returns the item where the caller asks", async (verb) => {
    const extra = { ...failing, ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const };
    const calls = {
      put: () => table.put(KEY, extra),
      update: () => table.update(KEY, undefined, extra),
      remove: () => table.remove(KEY, extra),
    };
    expect((await refusal(calls[verb]())).Item).toMatchObject({ ...item(KEY), count: { N: "12" } });
  });

  test("on an item that does not exist returns none", async () => {
    const extra = {
      ConditionExpression: "attribute_exists(pk)",
      ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
    };
    expect((await refusal(table.remove({ pk: "conditions", sk: "nobody" }, extra))).Item).toBeUndefined();
  });
});
