import { afterAll, beforeAll } from "vitest";
import type { AwsResponse, AwsService } from "../../local/aws-service.ts";
import { createDynamoDb, type DynamoDb } from "../../local/dynamodb/engine.ts";
import { createDynamoDbService } from "../../local/dynamodb/service.ts";
import { type ServedAwsService, serveAwsService } from "./serve-aws-service.ts";

/** The product's two tables for verb tests: the real SDK against the local engine, empty, in memory. */
export interface ProductTables {
  /** Everything in both tables, in a stable order. */
  snapshot(): unknown;
  engine(): DynamoDb;
  /** Lets every call go through this, until it is told otherwise. */
  meet(call: Meeting | undefined): void;
}

/** What happens to a call: `go` carries it out, and `dead` is the answer that a killed process would never get. */
export type Meeting = (operation: string, go: () => Promise<AwsResponse>, dead: AwsResponse) => Promise<AwsResponse>;

/** Gives a test file its own tables; call it at the top of the file, before the product's modules are used. */
export function productTables(now: () => number = Date.now): ProductTables {
  let engine: DynamoDb;
  let served: ServedAwsService;
  let meeting: Meeting = (_, go) => go();
  beforeAll(async () => {
    engine = createDynamoDb({ file: ":memory:", now });
    for (const table of [MAIN, LEDGER]) engine.execute("CreateTable", table);
    const service = createDynamoDbService(engine);
    const dead = service.refuse("access-denied", "The process was killed here.");
    const handle: AwsService["handle"] = (request) =>
      meeting(service.operation(request), () => service.handle(request), dead);
    served = await serveAwsService({ ...service, handle });
    // Nobody listens there; productMail() gives a test file an account that mail goes to.
    Object.assign(process.env, productSettings(served.endpoint), { AWS_ENDPOINT_URL_SESV2: "http://127.0.0.1:9" });
  });
  afterAll(async () => {
    await served.close();
    engine.close();
  });
  return {
    snapshot: () => engine.snapshot(),
    engine: () => engine,
    meet(call) {
      meeting = call ?? ((_, go) => go());
    },
  };
}

/** The settings that every function of a test has, its tables at this address. */
export function productSettings(endpoint: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "LOCALTest",
    AWS_SECRET_ACCESS_KEY: "test",
    MAIN_TABLE: "Main",
    LEDGER_TABLE: "Ledger",
    BASE_URL: "https://tastemaker.example",
    FIRST_ADMIN: "owner@example.com",
    POWERTOOLS_LOG_LEVEL: "SILENT",
  };
}

const text = (...names: string[]) => names.map((AttributeName) => ({ AttributeName, AttributeType: "S" }));
const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: "HASH" },
  { AttributeName: range, KeyType: "RANGE" },
];

export const MAIN = {
  TableName: "Main",
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: text("pk", "sk", "dueShard", "dueAt", "listKey", "listAt"),
  KeySchema: keys("pk", "sk"),
  StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
  GlobalSecondaryIndexes: [
    {
      IndexName: "due",
      KeySchema: keys("dueShard", "dueAt"),
      Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: ["queue"] },
    },
    { IndexName: "listed", KeySchema: keys("listKey", "listAt"), Projection: { ProjectionType: "KEYS_ONLY" } },
  ],
};

export const LEDGER = {
  TableName: "Ledger",
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: text("pk", "sk"),
  KeySchema: keys("pk", "sk"),
};
