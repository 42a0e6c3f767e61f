import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as dynamo from "@aws-sdk/client-dynamodb";
import * as ses from "@aws-sdk/client-sesv2";
import * as sqs from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundled } from "../support/bundled.ts";

interface Clients {
  ses: typeof ses;
  dynamo: typeof dynamo;
  sqs: typeof sqs;
}

const code = (["ses", "dynamo", "sqs"] as const)
  .map(
    (name) => `export * as ${name} from "@aws-sdk/client-${{ ses: "sesv2", dynamo: "dynamodb", sqs: "sqs" }[name]}";`,
  )
  .join("\n");

// A provider that notes what it is asked, and knows only one answer.
const asked: string[] = [];
const provider = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    const { host: _, ...headers } = request.headers;
    asked.push([request.method, request.url, headers["content-type"], headers["x-amz-target"], body].join(" "));
    response.setHeader("content-type", "application/json").end('{"MessageId":"m1"}');
  });
});

beforeAll(() => new Promise<void>((done) => void provider.listen(0, "127.0.0.1", done)));
afterAll(() => new Promise((done) => void provider.close(done)));

async function callAll(clients: Clients): Promise<string[]> {
  asked.length = 0;
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const endpoint = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  const config = { endpoint, region: "eu-central-1", maxAttempts: 1, credentials };
  const { SESv2Client, SendEmailCommand } = clients.ses;
  const { DynamoDBClient, PutItemCommand } = clients.dynamo;
  const { SQSClient, SendMessageBatchCommand } = clients.sqs;
  await new SESv2Client(config).send(
    new SendEmailCommand({
      FromEmailAddress: "hello@lantern.example",
      Destination: { ToAddresses: ["ana@example.com"] },
      EmailTags: [{ Name: "message", Value: "msg_1" }],
      Content: { Simple: { Subject: { Data: "灯笼" }, Body: { Text: { Data: "Hi" } } } },
    }),
  );
  await new DynamoDBClient(config).send(new PutItemCommand({ TableName: "Main", Item: { pk: { S: "a" } } }));
  await new SQSClient({ ...config, useQueueUrlAsEndpoint: false }).send(
    new SendMessageBatchCommand({ QueueUrl: `${endpoint}/q`, Entries: [{ Id: "1", MessageBody: "{}" }] }),
  );
  return [...asked];
}

test("the clients in a bundle ask the providers exactly what the packages would", async () => {
  const byPackages = await callAll({ ses, dynamo, sqs });
  expect(byPackages.length).toBe(3);
  expect(await callAll(await bundled<Clients>(code))).toEqual(byPackages);
}, 60_000);
