import { crc32 } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AwsRequest, AwsService } from "../../../local/aws-service.ts";
import { createDynamoDbService } from "../../../local/dynamodb/service.ts";
import { type MainEngine, openMain, wire } from "./main-engine.ts";

let main: MainEngine;
let service: AwsService;

beforeEach(() => {
  main = openMain();
  service = createDynamoDbService(main.engine);
});
afterEach(() => main.engine.close());

const ARN = "arn:aws:dynamodb:eu-central-1:000000000000:table/Main";
const KEY = wire({ pk: "con_1", sk: "contact" });

const request = (operation: string, input: unknown): AwsRequest => ({
  method: "POST",
  path: "/",
  query: new URLSearchParams(),
  headers: { "x-amz-target": `DynamoDB_20120810.${operation}` },
  body: Buffer.from(typeof input === "string" ? input : JSON.stringify(input)),
  accessKeyId: "LOCALSignUp",
});

const answer = async (operation: string, input: unknown) => {
  const { status, headers, body } = await service.handle(request(operation, input));
  expect(headers?.["x-amz-crc32"]).toBe(String(crc32(body)));
  return { status, body: JSON.parse(String(body)) };
};

describe("the rights that a call needs", () => {
  const permissions = (operation: string, input: unknown) => service.permissions(request(operation, input));

  test("name the action, the table and the partition", () => {
    expect(permissions("PutItem", { TableName: "Main", Item: KEY })).toEqual([
      { action: "dynamodb:PutItem", resource: ARN, context: { "dynamodb:LeadingKeys": ["con_1"] } },
    ]);
    expect(permissions("Scan", { TableName: "Main" })).toEqual([{ action: "dynamodb:Scan", resource: ARN }]);
    expect(permissions("ListTables", {})).toEqual([{ action: "dynamodb:ListTables", resource: "*" }]);
  });

  test("of a query name the partition that it reads, and an index by its own ARN", () => {
    const query = {
      TableName: "Main",
      KeyConditionExpression: "#p = :p AND begins_with(sk, :s)",
      ExpressionAttributeNames: { "#p": "pk" },
      ExpressionAttributeValues: { ":p": { S: "con_1" }, ":s": { S: "con" } },
    };
    expect(permissions("Query", query)).toEqual([
      { action: "dynamodb:Query", resource: ARN, context: { "dynamodb:LeadingKeys": ["con_1"] } },
    ]);
    const ofIndex = { ...query, IndexName: "due", KeyConditionExpression: "dueShard = :p" };
    expect(permissions("Query", ofIndex)[0]).toMatchObject({ action: "dynamodb:Query", resource: `${ARN}/index/due` });
  });

  test("of a transaction are the rights of its parts", () => {
    const parts = [
      { Put: { TableName: "Main", Item: KEY } },
      { Update: { TableName: "Main", Key: KEY, UpdateExpression: "REMOVE a" } },
      { Delete: { TableName: "Ledger", Key: KEY } },
      { ConditionCheck: { TableName: "Main", Key: KEY, ConditionExpression: "attribute_exists(pk)" } },
    ];
    const needed = permissions("TransactWriteItems", { TransactItems: parts });
    expect(needed.map(({ action, resource }) => `${action} ${resource.split("/")[1]}`)).toEqual([
      "dynamodb:PutItem Main",
      "dynamodb:UpdateItem Main",
      "dynamodb:DeleteItem Ledger",
      "dynamodb:ConditionCheckItem Main",
    ]);
    expect(needed[0]?.context).toEqual({
      "dynamodb:LeadingKeys": ["con_1"],
      "dynamodb:EnclosingOperation": ["TransactWriteItems"],
    });
    expect(
      permissions("TransactGetItems", { TransactItems: [{ Get: { TableName: "Main", Key: KEY } }] }),
    ).toMatchObject([{ action: "dynamodb:GetItem", resource: ARN }]);
  });

  test("of a batch are one for each table", () => {
    const writes = { Main: [{ PutRequest: { Item: KEY } }], Ledger: [{ DeleteRequest: { Key: KEY } }] };
    expect(
      permissions("BatchWriteItem", { RequestItems: writes }).map(({ resource }) => resource.split("/")[1]),
    ).toEqual(["Main", "Ledger"]);
    expect(permissions("BatchGetItem", { RequestItems: { Main: { Keys: [KEY] } } })).toEqual([
      { action: "dynamodb:BatchGetItem", resource: ARN, context: { "dynamodb:LeadingKeys": ["con_1"] } },
    ]);
  });
});

describe("a request that makes no sense", () => {
  const deep = `${'{"M":{"a":'.repeat(20_000)}{"S":"x"}${"}}".repeat(20_000)}`;

  test.each([
    ["no JSON", "PutItem", "{", "SerializationException"],
    ["a list", "PutItem", "[]", "SerializationException"],
    ["null", "PutItem", "null", "SerializationException"],
    ["an unknown operation", "DropEverything", {}, "UnknownOperationException"],
    ["an operation out of the prototype", "constructor", {}, "UnknownOperationException"],
    ["no table", "PutItem", {}, "ValidationException"],
    ["a table that is no text", "PutItem", { TableName: { a: 1 }, Item: KEY }, "SerializationException"],
    ["an item that is no map", "PutItem", { TableName: "Main", Item: [] }, "SerializationException"],
    ["a parameter that nobody knows", "PutItem", { TableName: "Main", Item: KEY, Colour: 1 }, "ValidationException"],
    ["a legacy parameter", "UpdateItem", { TableName: "Main", Key: KEY, AttributeUpdates: {} }, "ValidationException"],
    [
      "an attribute that hits the prototype",
      "PutItem",
      `{"TableName":"Main","Item":{"pk":{"S":"a"},"sk":{"S":"a"},"__proto__":{"S":"x"}}}`,
      "ValidationException",
    ],
    [
      "a value 20,000 levels deep",
      "PutItem",
      `{"TableName":"Main","Item":{"pk":{"S":"a"},"sk":{"S":"a"},"d":${deep}}}`,
      "ValidationException",
    ],
  ])("%s is refused with a clear message and changes nothing", async (_title, operation, input, type) => {
    const { status, body } = await answer(operation, input);
    expect(status).toBe(400);
    expect(body.__type).toMatch(new RegExp(`#${type}$`));
    expect(body.message.length).toBeGreaterThan(5);
    expect(service.permissions(request(operation, input))).toBeInstanceOf(Array);
    expect(main.engine.snapshot().Main).toEqual([]);
  });
});

describe("a refusal of the gateway", () => {
  test.each([
    ["access-denied", 400, "AccessDeniedException"],
    ["throttle", 400, "ThrottlingException"],
    ["internal", 500, "InternalServerError"],
  ] as const)("%s looks like the service's own", (type, status, name) => {
    const refused = service.refuse(type, "No.");
    expect(refused.status).toBe(status);
    expect(JSON.parse(String(refused.body))).toEqual({ __type: expect.stringMatching(`#${name}$`), message: "No." });
  });
});
