import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { isOurs } from "./endpoint.ts";
import { item, refusal, testTable, values } from "./test-table.ts";

const table = testTable();
const TableName = table.name;
let pk = "";

beforeEach(async () => {
  pk = `member-${crypto.randomUUID()}`;
  await table.put({ pk, sk: "balance", points: 10 });
});

const key = (sk: string) => item({ pk, sk });
const put = (sk: string, extra: Record<string, unknown> = {}): TransactWriteItem => ({
  Put: { TableName, Item: item({ pk, sk, ...extra }) },
});
const earn = (points: number): TransactWriteItem => ({
  Update: {
    TableName,
    Key: key("balance"),
    UpdateExpression: "ADD points :n",
    ExpressionAttributeValues: values({ ":n": points }),
  },
});
const onlyNew = (sk: string): TransactWriteItem => ({
  Put: {
    TableName,
    Item: key(sk),
    ConditionExpression: "attribute_not_exists(pk)",
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  },
});
const needs = (sk: string): TransactWriteItem => ({
  ConditionCheck: { TableName, Key: key(sk), ConditionExpression: "attribute_exists(pk)" },
});

async function everything() {
  const { Items = [] } = await table.query({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: values({ ":pk": pk }),
    ConsistentRead: true,
  });
  return Items.map((each) => unmarshall(each)).map(({ pk: _pk, ...rest }) => rest);
}

describe("a transaction", () => {
  test("puts, updates, deletes and checks at once", async () => {
    await table.put({ pk, sk: "old" });
    await table.put({ pk, sk: "guard" });
    await table.transact([put("entry"), earn(5), { Delete: { TableName, Key: key("old") } }, needs("guard")]);
    expect(await everything()).toEqual([{ sk: "balance", points: 15 }, { sk: "entry" }, { sk: "guard" }]);
  });

  test("changes nothing where one part is refused, and gives a reason for each part", async () => {
    await table.put({ pk, sk: "entry", first: true });
    const error = await refusal(table.transact([earn(5), onlyNew("entry"), put("more")]));
    expect(error.name).toBe("TransactionCanceledException");
    expect(error.message).toBe(
      "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, None]",
    );
    expect(error.CancellationReasons).toEqual([
      { Code: "None" },
      {
        Code: "ConditionalCheckFailed",
        Message: "The conditional request failed",
        Item: item({ pk, sk: "entry", first: true }),
      },
      { Code: "None" },
    ]);
    expect(await everything()).toEqual([
      { sk: "balance", points: 10 },
      { sk: "entry", first: true },
    ]);
  });

  test("returns no item on refusal unless asked", async () => {
    const error = await refusal(table.transact([needs("nobody"), earn(1)]));
    expect(error.CancellationReasons).toEqual([
      { Code: "ConditionalCheckFailed", Message: expect.stringMatching(/^The conditional request failed/) },
      { Code: "None" },
    ]);
  });

  test("sees the items as they were, not what its other parts do", async () => {
    const error = await refusal(table.transact([put("guard"), needs("absent")]));
    expect(error.message).toMatch(/\[None, ConditionalCheckFailed\]/);
    expect(await everything()).toEqual([{ sk: "balance", points: 10 }]);
  });

  test.runIf(isOurs)("names what an update cannot do as the reason of its part", async () => {
    const impossible: TransactWriteItem = {
      Update: {
        TableName,
        Key: key("balance"),
        UpdateExpression: "SET points = nothing + :n",
        ExpressionAttributeValues: values({ ":n": 1 }),
      },
    };
    const error = await refusal(table.transact([put("entry"), impossible]));
    expect(error.CancellationReasons).toEqual([
      { Code: "None" },
      {
        Code: "ValidationError",
        Message: "The provided expression refers to an attribute that does not exist in the item",
      },
    ]);
    expect(await everything()).toEqual([{ sk: "balance", points: 10 }]);
  });
});

describe("a client token", () => {
  test("lets the same transaction take effect once", async () => {
    const ClientRequestToken = crypto.randomUUID();
    await table.transact([earn(5)], { ClientRequestToken });
    await table.transact([earn(5)], { ClientRequestToken });
    expect(await everything()).toEqual([{ sk: "balance", points: 15 }]);
  });

  test("used for something else is refused", async () => {
    const ClientRequestToken = crypto.randomUUID();
    await table.transact([earn(5)], { ClientRequestToken });
    const error = await refusal(table.transact([earn(6)], { ClientRequestToken }));
    expect(error.name).toBe("IdempotentParameterMismatchException");
    expect(await everything()).toEqual([{ sk: "balance", points: 15 }]);
  });

  test("of a refused transaction may be used again", async () => {
    const ClientRequestToken = crypto.randomUUID();
    await refusal(table.transact([earn(5), needs("guard")], { ClientRequestToken }));
    await table.put({ pk, sk: "guard" });
    await table.transact([earn(5), needs("guard")], { ClientRequestToken });
    expect(await everything()).toContainEqual({ sk: "balance", points: 15 });
  });
});

describe("a transaction is refused", () => {
  test("with two operations on one item", async () => {
    const error = await refusal(table.transact([earn(1), { Delete: { TableName, Key: key("balance") } }]));
    expect(error).toMatchObject({
      name: "ValidationException",
      message: "Transaction request cannot include multiple operations on one item",
    });
  });

  test("with no part, or with more than a hundred", async () => {
    expect((await refusal(table.transact([]))).message).toMatch(/length greater than or equal to 1/);
    const many = Array.from({ length: 101 }, (_, position) => put(`n${position}`));
    expect((await refusal(table.transact(many))).message).toMatch(/length less than or equal to 100/);
    await table.transact(many.slice(1));
    expect(await everything()).toHaveLength(101);
  });

  test("with more than 4 MB", async () => {
    const heavy = Array.from({ length: 11 }, (_, position) => put(`n${position}`, { text: "x".repeat(390_000) }));
    expect((await refusal(table.transact(heavy))).message).toMatch(/Transaction payload size cannot exceed 4MB/);
  });

  test("with a part that names two operations or none", async () => {
    expect((await refusal(table.transact([{ ...put("a"), ...earn(1) }]))).message).toMatch(/only contain one of/);
    expect((await refusal(table.transact([{}]))).message).toMatch(/Invalid Request: TransactWriteRequest/);
  });

  test("with an expression that cannot be read", async () => {
    const broken = { Update: { TableName, Key: key("balance"), UpdateExpression: "SET points points" } };
    expect((await refusal(table.transact([broken]))).message).toMatch(/^Invalid UpdateExpression: Syntax error/);
    const unused = { Update: { ...earn(1).Update, ExpressionAttributeValues: values({ ":n": 1, ":m": 2 }) } };
    expect((await refusal(table.transact([unused as TransactWriteItem]))).message).toMatch(
      /ExpressionAttributeValues unused in expressions: keys: {:m}/,
    );
  });

  test("on a table that does not exist", async () => {
    const error = await refusal(table.transact([{ Put: { TableName: "nowhere", Item: key("a") } }]));
    expect(error.name).toBe("ResourceNotFoundException");
  });

  test("with a change of a key, as the reason of its part", async () => {
    const moved = {
      ...earn(1).Update,
      UpdateExpression: "SET sk = :n",
      ExpressionAttributeValues: values({ ":n": "x" }),
    };
    const error = await refusal(table.transact([{ Update: moved as NonNullable<TransactWriteItem["Update"]> }]));
    expect(error.CancellationReasons).toMatchObject([{ Code: "ValidationError" }]);
  });
});

describe("a transactional read", () => {
  test("answers in the order asked, with nothing for an absent item", async () => {
    const { Responses } = await table.transactGet([
      { pk, sk: "absent" },
      { pk, sk: "balance" },
    ]);
    expect(Responses).toEqual([{}, { Item: item({ pk, sk: "balance", points: 10 }) }]);
  });
});
