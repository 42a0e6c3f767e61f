import fc from "fast-check";
import { expect, test } from "vitest";
import type { Item } from "../../../local/dynamodb/attribute-value.ts";
import { DynamoError } from "../../../local/dynamodb/dynamo-error.ts";
import type { DynamoDb } from "../../../local/dynamodb/engine.ts";
import { openMain, plain, wire } from "./main-engine.ts";

// The engine against a plain Map: random histories of single writes and transactions must leave the same items,
// the same index and a stream that tells the same story.

interface Contents {
  n?: number;
  dueAt?: string;
}
type Condition = "none" | "new" | "exists" | "n is at least 2";
interface Write {
  verb: "put" | "update" | "delete" | "check";
  key: string;
  n: number;
  dueAt: string | undefined;
  condition: Condition;
}
type Command = { single: Write } | { transaction: Write[] };

const KEYS = ["a", "b", "c", "d"];
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const RUNS = 300;

const write = fc.record<Write>({
  verb: fc.constantFrom("put", "update", "delete", "check"),
  key: fc.constantFrom(...KEYS),
  n: fc.integer({ min: 0, max: 3 }),
  dueAt: fc.option(fc.constantFrom("1", "2", "3"), { nil: undefined }),
  condition: fc.constantFrom("none", "none", "new", "exists", "n is at least 2"),
});
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ single: write.filter(({ verb }) => verb !== "check") }),
  fc.record({ transaction: fc.uniqueArray(write, { selector: ({ key }) => key, minLength: 1, maxLength: 4 }) }),
);

test(`random histories leave what a plain map leaves (seed ${SEED})`, () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
      const { engine } = openMain();
      try {
        const model = new Map<string, Contents>();
        for (const each of commands) expect(play(engine, each)).toBe(playModel(model, each));
        expectSame(engine, model);
      } finally {
        engine.close();
      }
    }),
    { seed: SEED, numRuns: RUNS },
  );
}, 60_000);

function expectSame(engine: DynamoDb, model: Map<string, Contents>) {
  const expected = [...model].map(([pk, contents]) => ({ pk, sk: "x", ...shard(contents), ...contents })).sort(byKey);
  expect(engine.snapshot().Main?.map((each) => plain(each))).toEqual(expected);

  const { Items } = engine.execute("Scan", { TableName: "Main", IndexName: "due" }) as { Items: Item[] };
  const listed = Items.map((each) => plain(each)).sort(byKey);
  expect(listed).toEqual(expected.filter(({ dueAt }) => dueAt).map(({ n, ...entry }) => entry));

  const told = new Map<string, Item>();
  for (const { dynamodb } of engine.readStream("Main", undefined, 10_000)) {
    const key = String(dynamodb.Keys.pk?.S);
    expect(told.get(key)).toEqual(dynamodb.OldImage);
    expect(dynamodb.OldImage).not.toEqual(dynamodb.NewImage);
    if (dynamodb.NewImage) told.set(key, dynamodb.NewImage);
    else told.delete(key);
  }
  expect([...told.values()].map((each) => plain(each)).sort(byKey)).toEqual(expected);
}

const byKey = (left: Record<string, unknown>, right: Record<string, unknown>) =>
  `${left.pk}` < `${right.pk}` ? -1 : 1;
const shard = ({ dueAt }: Contents) => (dueAt ? { dueShard: "s" } : {});

function play(engine: DynamoDb, each: Command): boolean {
  try {
    if ("single" in each) {
      const [name, input] = Object.entries(toPart(each.single))[0] as [string, object];
      engine.execute(`${name}Item`, { ...input });
    } else {
      engine.execute("TransactWriteItems", { TransactItems: each.transaction.map(toPart) });
    }
    return true;
  } catch (error) {
    if (error instanceof DynamoError && /ConditionalCheck|TransactionCanceled/.test(error.name)) return false;
    throw error;
  }
}

const CONDITIONS: Record<Condition, string | undefined> = {
  none: undefined,
  new: "attribute_not_exists(pk)",
  exists: "attribute_exists(pk)",
  "n is at least 2": "n >= :two",
};

function toPart(write: Write) {
  const { verb, key, n, dueAt, condition } = write;
  const Key = wire({ pk: key, sk: "x" });
  const due = dueAt ? { dueAt, dueShard: "s" } : {};
  const { expression, values } = conditionOf(write);
  const target = { TableName: "Main", ...expression };
  const conditional = {
    ...target,
    ...(condition === "n is at least 2" && { ExpressionAttributeValues: wire(values) }),
  };
  if (verb === "put") return { Put: { ...conditional, Item: { ...Key, ...wire({ n, ...due }) } } };
  if (verb === "delete") return { Delete: { ...conditional, Key } };
  if (verb === "check") return { ConditionCheck: { ...conditional, Key } };
  const UpdateExpression = `ADD n :n ${dueAt ? "SET dueAt = :at, dueShard = :s" : "REMOVE dueAt, dueShard"}`;
  const used = { ...values, ":n": n, ...(dueAt && { ":at": dueAt, ":s": "s" }) };
  return { Update: { ...target, Key, UpdateExpression, ExpressionAttributeValues: wire(used) } };
}

// A check without a condition is none, so it gets one that always holds.
function conditionOf({ verb, condition }: Write) {
  const text = CONDITIONS[condition] ?? (verb === "check" ? "attribute_not_exists(nobody)" : undefined);
  const values: Record<string, number> = condition === "n is at least 2" ? { ":two": 2 } : {};
  return { expression: text ? { ConditionExpression: text } : {}, values };
}

function playModel(model: Map<string, Contents>, each: Command): boolean {
  const writes = "single" in each ? [each.single] : each.transaction;
  const allowed = writes.every(({ key, condition }) => holds(model.get(key), condition));
  if (allowed) for (const each of writes) apply(model, each);
  return allowed;
}

function apply(model: Map<string, Contents>, { verb, key, n, dueAt }: Write) {
  const due = dueAt ? { dueAt } : {};
  if (verb === "put") model.set(key, { n, ...due });
  if (verb === "delete") model.delete(key);
  if (verb === "update") model.set(key, { n: (model.get(key)?.n ?? 0) + n, ...due });
}

function holds(contents: Contents | undefined, condition: Condition): boolean {
  if (condition === "new") return contents === undefined;
  if (condition === "exists") return contents !== undefined;
  return condition === "none" || (contents?.n ?? -1) >= 2;
}
