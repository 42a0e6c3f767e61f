import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createDynamoDb } from "../../../../local/dynamodb/engine.ts";
import { createDynamoDbService } from "../../../../local/dynamodb/service.ts";
import { serveAwsService } from "../../../support/serve-aws-service.ts";

/** The suite runs against our engine, or against whatever DynamoDB this address names (opt-in). */
const FOREIGN = process.env.DYNAMODB_ENDPOINT;

/** Where Amazon's DynamoDB Local is known to differ from the service that it stands for, a test says so with this. */
export const isOurs = FOREIGN === undefined;

export interface Endpoint {
  client: DynamoDBClient;
  close(): Promise<void>;
}

export async function openEndpoint(): Promise<Endpoint> {
  if (FOREIGN) {
    const client = clientFor(FOREIGN);
    return { client, close: async () => client.destroy() };
  }
  const engine = createDynamoDb({ file: ":memory:", now: Date.now });
  const served = await serveAwsService(createDynamoDbService(engine));
  const client = clientFor(served.endpoint);
  return {
    client,
    async close() {
      client.destroy();
      await served.close();
      engine.close();
    },
  };
}

export const clientFor = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: "eu-central-1",
    credentials: { accessKeyId: "LOCALTest", secretAccessKey: "local" },
    maxAttempts: 1,
  });
