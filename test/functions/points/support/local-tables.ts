import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { AwsService } from "../../../../local/aws-service.ts";
import { createDynamoDb, type DynamoDb } from "../../../../local/dynamodb/engine.ts";
import { createDynamoDbService } from "../../../../local/dynamodb/service.ts";
import { serveAwsService } from "../../../support/serve-aws-service.ts";

type Row = { pk: string; sk: string } & Record<string, unknown>;

/** The two tables on the local engine, reached by the product through the real SDK. */
export interface LocalTables {
  /** Every row of a table. */
  rows(table: "Main" | "Ledger"): Row[];
  /** Puts a row as it is. */
  put(row: Row): void;
  /** Calls of the product since the last `crashAt` or `heal`. */
  calls(): number;
  /** From the nth call on nothing gets through any more; at that call the answer alone is lost, or the call too. */
  crashAt(call: number, lost: "call" | "answer"): void;
  heal(): void;
  close(): Promise<void>;
}

const key = { KeySchema: [keyPart("pk", "HASH"), keyPart("sk", "RANGE")], BillingMode: "PAY_PER_REQUEST" };

/** Starts the tables and points the product at them. */
export async function localTables(): Promise<LocalTables> {
  const engine = createDynamoDb({ file: ":memory:", now: () => Date.now() });
  createTables(engine);
  const breakable = breakableService(createDynamoDbService(engine));
  const served = await serveAwsService(breakable.service);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: served.endpoint,
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "LOCALTest",
    AWS_SECRET_ACCESS_KEY: "local",
    MAIN_TABLE: "Main",
    LEDGER_TABLE: "Ledger",
  });
  return {
    ...breakable,
    rows: (TableName) => {
      const { Items } = engine.execute("Scan", { TableName }) as { Items: Parameters<typeof unmarshall>[0][] };
      return Items.map((item) => unmarshall(item) as Row);
    },
    put: (row) => engine.execute("PutItem", { TableName: "Main", Item: wire(row) }),
    close: async () => {
      await served.close();
      engine.close();
    },
  };
}

function createTables(engine: DynamoDb): void {
  const names = ["pk", "sk", "dueShard", "dueAt", "listKey", "listAt"];
  const AttributeDefinitions = names.map((AttributeName) => ({ AttributeName, AttributeType: "S" }));
  engine.execute("CreateTable", {
    TableName: "Main",
    ...key,
    AttributeDefinitions,
    GlobalSecondaryIndexes: [
      index("due", "dueShard", "dueAt", { ProjectionType: "INCLUDE", NonKeyAttributes: ["queue"] }),
      index("listed", "listKey", "listAt", { ProjectionType: "KEYS_ONLY" }),
    ],
  });
  engine.execute("CreateTable", {
    TableName: "Ledger",
    ...key,
    AttributeDefinitions: AttributeDefinitions.slice(0, 2),
  });
}

function index(IndexName: string, hash: string, range: string, Projection: object) {
  return { IndexName, KeySchema: [keyPart(hash, "HASH"), keyPart(range, "RANGE")], Projection };
}

function keyPart(AttributeName: string, KeyType: string) {
  return { AttributeName, KeyType };
}

function wire(row: Row) {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, { S: String(value) }]));
}

function breakableService(service: AwsService) {
  let count = 0;
  let crash: { call: number; lost: "call" | "answer" } | undefined;
  const dead = () => service.refuse("access-denied", "the process was killed here");
  const handle: AwsService["handle"] = async (request) => {
    count++;
    if (!crash || count < crash.call) return service.handle(request);
    if (count === crash.call && crash.lost === "answer") await service.handle(request);
    return dead();
  };
  return {
    service: { ...service, handle },
    calls: () => count,
    crashAt(call: number, lost: "call" | "answer") {
      count = 0;
      crash = { call, lost };
    },
    heal() {
      count = 0;
      crash = undefined;
    },
  };
}
