import {
  ChangeMessageVisibilityBatchCommand,
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Queues } from "../../../local/queues/queues.ts";
import { sqsService } from "../../../local/queues/sqs-service.ts";
import { LOCAL_CLIENT } from "../../support/local-client.ts";
import { type ServedAwsService, serveAwsService } from "../../support/serve-aws-service.ts";

let now: number;
let queues: Queues;
let served: ServedAwsService;
let sqs: SQSClient;
let endpoint = "";
const QueueUrl = "http://127.0.0.1:1/000000000000/Reactions";

beforeEach(async () => {
  now = Date.parse("2026-11-23T14:00:00.000Z");
  queues = new Queues({ file: ":memory:", now: () => now });
  queues.define({ name: "Reactions", visibilitySeconds: 60, maxReceiveCount: 5, deadLetterQueue: "ReactionsDead" });
  queues.define({ name: "ReactionsDead" });
  served = await serveAwsService(sqsService(queues, { endpoint: () => endpoint }));
  endpoint = served.endpoint;
  sqs = new SQSClient({ ...LOCAL_CLIENT, endpoint: served.endpoint, useQueueUrlAsEndpoint: false });
});

afterEach(async () => {
  sqs.destroy();
  await served.close();
  queues.close();
});

describe("the SDK's SQS client", () => {
  it("sends, receives and deletes a message whose digests it verifies, by the URL of an earlier port", async () => {
    const MessageAttributes = {
      kind: { DataType: "String", StringValue: "ping ☂" },
      bytes: { DataType: "Binary", BinaryValue: new Uint8Array([1, 2, 255]) },
    };
    const sent = await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "你好 🌱", MessageAttributes }));
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MessageAttributeNames: ["All"],
        MessageSystemAttributeNames: ["ApproximateReceiveCount", "SentTimestamp"],
      }),
    );
    expect(Messages).toMatchObject([{ MessageId: sent.MessageId, Body: "你好 🌱" }]);
    expect(Messages[0]?.MD5OfMessageAttributes).toBe(sent.MD5OfMessageAttributes);
    expect(Messages[0]?.MessageAttributes?.bytes?.BinaryValue).toEqual(new Uint8Array([1, 2, 255]));
    expect(Messages[0]?.Attributes).toEqual({ ApproximateReceiveCount: "1", SentTimestamp: String(now) });
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: Messages[0]?.ReceiptHandle }));
    expect(queues.counts("Reactions")).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  it("learns where a queue is, how full it is, and empties it", async () => {
    const found = await sqs.send(new GetQueueUrlCommand({ QueueName: "Reactions" }));
    expect(found.QueueUrl).toBe(`${endpoint}/000000000000/Reactions`);
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "a", DelaySeconds: 5 }));
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }));
    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: "0",
      ApproximateNumberOfMessagesDelayed: "1",
      VisibilityTimeout: "60",
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: "arn:aws:sqs:eu-central-1:000000000000:ReactionsDead",
        maxReceiveCount: 5,
      }),
    });
    await sqs.send(new PurgeQueueCommand({ QueueUrl }));
    expect(queues.counts("Reactions").delayed).toBe(0);
  });

  it("gets the good entries of a batch done and the bad ones named", async () => {
    const sent = await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl,
        Entries: [
          { Id: "good", MessageBody: "kept" },
          { Id: "control", MessageBody: "\u0001" },
          { Id: "late", MessageBody: "x", DelaySeconds: 901 },
        ],
      }),
    );
    expect(sent.Successful?.map((entry) => entry.Id)).toEqual(["good"]);
    expect(sent.Failed).toMatchObject([
      { Id: "control", Code: "InvalidMessageContents", SenderFault: true },
      { Id: "late", Code: "InvalidParameterValue" },
    ]);
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    const ReceiptHandle = Messages[0]?.ReceiptHandle;
    const hidden = await sqs.send(
      new ChangeMessageVisibilityBatchCommand({
        QueueUrl,
        Entries: [
          { Id: "a", ReceiptHandle, VisibilityTimeout: 120 },
          { Id: "b", ReceiptHandle: "nonsense", VisibilityTimeout: 120 },
        ],
      }),
    );
    expect([hidden.Successful?.[0]?.Id, hidden.Failed?.[0]?.Code]).toEqual(["a", "ReceiptHandleIsInvalid"]);
    const deleted = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: [{ Id: "a", ReceiptHandle }] }));
    expect(deleted.Successful).toEqual([{ Id: "a" }]);
  });

  it("waits for a message when it polls long, and gets it the moment it is sent", async () => {
    const polled = sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
    await new Promise(setImmediate);
    queues.send("Reactions", { body: "just now" });
    expect((await polled).Messages?.[0]?.Body).toBe("just now");
  });
});

describe("the limits of SQS", () => {
  const entries = (count: number, MessageBody = "x") =>
    Array.from({ length: count }, (_, at) => ({ Id: `e${at}`, MessageBody }));

  it.each([
    [
      "an unknown queue",
      "QueueDoesNotExist",
      new SendMessageCommand({ QueueUrl: "http://x/0/None", MessageBody: "x" }),
    ],
    [
      "an eleventh entry",
      "TooManyEntriesInBatchRequest",
      new SendMessageBatchCommand({ QueueUrl, Entries: entries(11) }),
    ],
    ["no entry", "EmptyBatchRequest", new SendMessageBatchCommand({ QueueUrl, Entries: [] })],
    [
      "one id twice",
      "BatchEntryIdsNotDistinct",
      new SendMessageBatchCommand({ QueueUrl, Entries: [...entries(1), ...entries(1)] }),
    ],
    [
      "a batch above 1 MiB",
      "BatchRequestTooLong",
      new SendMessageBatchCommand({ QueueUrl, Entries: entries(3, "x".repeat(400_000)) }),
    ],
    [
      "a message above 1 MiB",
      "InvalidParameterValue",
      new SendMessageCommand({ QueueUrl, MessageBody: "x".repeat(1_048_577) }),
    ],
    ["an empty body", "MissingParameter", new SendMessageCommand({ QueueUrl, MessageBody: "" })],
    ["a forged receipt", "ReceiptHandleIsInvalid", new DeleteMessageCommand({ QueueUrl, ReceiptHandle: "forged" })],
    ["eleven at once", "InvalidParameterValue", new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 11 })],
    ["what is not built", "UnsupportedOperation", new ListQueuesCommand({})],
  ])("refuse %s with %s", async (_what, name, command) => {
    await expect(sqs.send(command as SendMessageCommand)).rejects.toMatchObject({ name });
  });

  it("refuse to hide a message that is no longer held", async () => {
    queues.send("Reactions", { body: "x" });
    const ReceiptHandle = queues.receive("Reactions", 1)[0]?.receiptHandle ?? "";
    now += 61_000;
    const late = new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 10 });
    await expect(sqs.send(late)).rejects.toMatchObject({ name: "MessageNotInflight" });
  });
});

describe("the gateway's checks", () => {
  const request = (target: string, body: object) => ({
    method: "POST",
    path: "/",
    query: new URLSearchParams(),
    headers: { "x-amz-target": `AmazonSQS.${target}` },
    body: Buffer.from(JSON.stringify(body)),
    accessKeyId: "LOCALReact",
  });

  it("learn that a batch needs the right to send to that one queue", () => {
    const service = sqsService(queues, { endpoint: () => "" });
    expect(service.permissions(request("SendMessageBatch", { QueueUrl }))).toEqual([
      { action: "sqs:SendMessage", resource: "arn:aws:sqs:eu-central-1:000000000000:Reactions" },
    ]);
    expect(service.permissions({ ...request("SendMessage", {}), body: Buffer.from("{") })).toEqual([]);
  });

  it("refuse in a form the SDK understands", () => {
    const refused = sqsService(queues, { endpoint: () => "" }).refuse("access-denied", "no such right");
    expect(refused.status).toBe(403);
    expect(JSON.parse(String(refused.body)).__type).toBe("com.amazonaws.sqs#AccessDeniedException");
  });
});
