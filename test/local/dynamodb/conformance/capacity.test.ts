import { describe, expect, test } from "vitest";
import { isOurs } from "./endpoint.ts";
import { item, testTable, values } from "./test-table.ts";

const table = testTable();
const TableName = table.name;
const INDEXES = { ReturnConsumedCapacity: "INDEXES" } as const;
const DUE = { dueShard: "s", dueAt: "1", queue: "reactions" };
const kilobytes = (n: number) => "x".repeat(n * 1024 - 50);
let counter = 0;

function fresh() {
  counter += 1;
  return { pk: `capacity-${counter}`, sk: "a" };
}

/** The units of the table itself, of the index `due`, and of both. */
function units(answer: { ConsumedCapacity?: object | object[] }) {
  const [capacity] = [answer.ConsumedCapacity].flat() as {
    CapacityUnits: number;
    Table: { CapacityUnits: number };
    GlobalSecondaryIndexes?: { due?: { CapacityUnits: number } };
  }[];
  const { Table, GlobalSecondaryIndexes, CapacityUnits } = capacity ?? expect.unreachable();
  return [Table.CapacityUnits, GlobalSecondaryIndexes?.due?.CapacityUnits ?? 0, CapacityUnits];
}

describe("a write consumes", () => {
  test.each([
    ["one unit up to a kibibyte", {}, [1, 0, 1]],
    ["one more for each kibibyte begun", { text: kilobytes(3) }, [3, 0, 3]],
    ["one for the index that it enters", DUE, [1, 1, 2]],
    ["for an index what the index holds", { ...DUE, text: kilobytes(3) }, [3, 1, 4]],
  ])("%s", async (_title, attributes, expected) => {
    expect(units(await table.put({ ...fresh(), ...attributes }, INDEXES))).toEqual(expected);
  });

  test("what the larger of the old and the new item weighs", async () => {
    const key = fresh();
    await table.put({ ...key, text: kilobytes(3) });
    expect(units(await table.put({ ...key, text: kilobytes(2) }, INDEXES))).toEqual([3, 0, 3]);
    expect(units(await table.put({ ...key, text: kilobytes(5) }, INDEXES))).toEqual([5, 0, 5]);
    expect(
      units(await table.update(key, "REMOVE #t", { ...INDEXES, ExpressionAttributeNames: { "#t": "text" } })),
    ).toEqual([5, 0, 5]);
  });

  test("two in an index where its key changes, one where its entry changes or goes, none where nothing does", async () => {
    const key = fresh();
    const set = async (name: string, value: string) =>
      units(
        await table.update(key, `SET ${name} = :v`, { ...INDEXES, ExpressionAttributeValues: values({ ":v": value }) }),
      );
    await table.put({ ...key, ...DUE });
    expect(units(await table.put({ ...key, ...DUE }, INDEXES))).toEqual([1, 0, 1]);
    expect(await set("unprojected", "x")).toEqual([1, 0, 1]);
    expect(await set("queue", "marketing")).toEqual([1, 1, 2]);
    expect(await set("dueAt", "2")).toEqual([1, 2, 3]);
    expect(units(await table.update(key, "REMOVE dueShard", INDEXES))).toEqual([1, 1, 2]);
  });

  test("one in the table and one in the index on deletion, one for deleting nothing", async () => {
    const key = fresh();
    expect(units(await table.remove(key, INDEXES))).toEqual([1, 0, 1]);
    await table.put({ ...key, ...DUE });
    expect(units(await table.remove(key, INDEXES))).toEqual([1, 1, 2]);
  });

  test("twice as much in a transaction, checks included", async () => {
    const [checked, written] = [fresh(), fresh()];
    await table.put(checked);
    const answer = await table.transact(
      [
        { Put: { TableName, Item: item({ ...written, ...DUE }) } },
        { ConditionCheck: { TableName, Key: item(checked), ConditionExpression: "attribute_exists(pk)" } },
      ],
      INDEXES,
    );
    expect(units(answer)).toEqual([4, 2, 6]);
  });

  // Amazon's local version counts nothing for a deletion in a transaction.
  test.runIf(isOurs)("twice as much for a deletion in a transaction too", async () => {
    const key = fresh();
    await table.put({ ...key, ...DUE });
    expect(units(await table.transact([{ Delete: { TableName, Key: item(key) } }], INDEXES))).toEqual([2, 2, 4]);
  });

  test("reads instead, where a transaction is repeated with its token", async () => {
    const extra = { ...INDEXES, ClientRequestToken: crypto.randomUUID() };
    const parts = [{ Put: { TableName, Item: item({ ...fresh(), text: kilobytes(3) }) } }];
    expect(units(await table.transact(parts, extra))).toEqual([6, 0, 6]);
    expect(units(await table.transact(parts, extra))).toEqual([2, 0, 2]);
  });

  test("in total, where no details are asked for", async () => {
    const { ConsumedCapacity } = await table.put({ ...fresh(), ...DUE }, { ReturnConsumedCapacity: "TOTAL" });
    expect(ConsumedCapacity).toEqual({ TableName, CapacityUnits: 2 });
    expect((await table.put(fresh())).ConsumedCapacity).toBeUndefined();
  });
});

describe("a read consumes", () => {
  test("half a unit for four kibibytes, a whole one where it must be consistent", async () => {
    const key = fresh();
    await table.put({ ...key, text: kilobytes(5) });
    expect(units(await table.get(key, INDEXES))).toEqual([1, 0, 1]);
    expect(units(await table.get(key, { ...INDEXES, ConsistentRead: true }))).toEqual([2, 0, 2]);
    expect(units(await table.get(fresh(), INDEXES))).toEqual([0.5, 0, 0.5]);
    expect(units(await table.transactGet([key, fresh()], INDEXES))).toEqual([6, 0, 6]);
  });

  test("the sum of what a query evaluates, rounded once", async () => {
    const { pk } = fresh();
    for (const sk of ["a", "b", "c"]) await table.put({ pk, sk, dueShard: pk, dueAt: sk, text: kilobytes(2) });
    const ask = { KeyConditionExpression: "pk = :p", ExpressionAttributeValues: values({ ":p": pk }), ...INDEXES };
    expect(units(await table.query(ask))).toEqual([1, 0, 1]);
    expect(units(await table.query({ ...ask, ConsistentRead: true }))).toEqual([2, 0, 2]);
    const ofIndex = { ...ask, KeyConditionExpression: "dueShard = :p", IndexName: "due" };
    expect(units(await table.query(ofIndex))).toEqual([0, 0.5, 0.5]);
  });

  // Amazon's local version counts nothing here; the service charges the least read there is.
  test.runIf(isOurs)("half a unit where a query finds nothing", async () => {
    const { pk } = fresh();
    const ask = {
      KeyConditionExpression: "dueShard = :p",
      ExpressionAttributeValues: values({ ":p": pk }),
      ...INDEXES,
    };
    expect(units(await table.query({ ...ask, IndexName: "due" }))).toEqual([0, 0.5, 0.5]);
  });
});
