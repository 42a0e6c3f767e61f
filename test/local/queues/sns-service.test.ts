import { PublishBatchCommand, PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Queues } from "../../../local/queues/queues.ts";
import { snsService } from "../../../local/queues/sns-service.ts";
import { Topics } from "../../../local/queues/topics.ts";
import { LOCAL_CLIENT } from "../../support/local-client.ts";
import { type ServedAwsService, serveAwsService } from "../../support/serve-aws-service.ts";

const TopicArn = "arn:aws:sns:eu-central-1:000000000000:MailEvents";
const now = Date.parse("2026-11-23T14:00:00.000Z");

let queues: Queues;
let topics: Topics;
let served: ServedAwsService;
let sns: SNSClient;

beforeEach(async () => {
  queues = new Queues({ file: ":memory:", now: () => now });
  for (const name of ["enveloped", "raw", "filtered"]) queues.define({ name });
  topics = new Topics(queues, () => now);
  topics.define(TopicArn);
  topics.subscribe({ topicArn: TopicArn, queue: "enveloped" });
  topics.subscribe({ topicArn: TopicArn, queue: "raw", rawDelivery: true });
  served = await serveAwsService(snsService(topics));
  sns = new SNSClient({ ...LOCAL_CLIENT, endpoint: served.endpoint });
});

afterEach(async () => {
  sns.destroy();
  await served.close();
  queues.close();
});

const arrived = (queue: string) => queues.receive(queue, 10).map((message) => message.body);

describe("the SDK's SNS client", () => {
  it("publishes to every subscribed queue: in an envelope, or raw with its attributes", async () => {
    const MessageAttributes = { kind: { DataType: "String", StringValue: "a & b" } };
    const Message = '{"text":"<grüß & 你好>"}';
    const { MessageId } = await sns.send(
      new PublishCommand({ TopicArn, Message, Subject: "Hello", MessageAttributes }),
    );
    expect(JSON.parse(arrived("enveloped")[0] ?? "")).toMatchObject({
      Type: "Notification",
      MessageId,
      TopicArn,
      Subject: "Hello",
      Message,
      Timestamp: "2026-11-23T14:00:00.000Z",
      MessageAttributes: { kind: { Type: "String", Value: "a & b" } },
    });
    expect(queues.receive("raw", 1)).toMatchObject([{ body: Message, attributes: MessageAttributes }]);
  });

  it("publishes a batch in one call", async () => {
    const PublishBatchRequestEntries = ["one", "two"].map((Message, at) => ({ Id: `e${at}`, Message }));
    const answer = await sns.send(new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries }));
    expect(answer.Successful?.map((entry) => entry.Id)).toEqual(["e0", "e1"]);
    expect(arrived("raw")).toEqual(["one", "two"]);
  });

  it.each([
    ["an unknown topic", "NotFoundException", { TopicArn: `${TopicArn}s`, Message: "x" }],
    ["an empty message", "InvalidParameterException", { TopicArn, Message: "" }],
    ["a message above 256 KiB", "InvalidParameterException", { TopicArn, Message: "x".repeat(262_145) }],
  ])("is refused %s", async (_what, name, input) => {
    await expect(sns.send(new PublishCommand(input))).rejects.toMatchObject({ name });
  });
});

describe("a filter policy", () => {
  const delivered = (filterPolicy: Record<string, unknown>, body: object) => {
    topics.subscribe({ topicArn: TopicArn, queue: "filtered", filterPolicy, filterScope: "MessageBody" });
    topics.publish(TopicArn, { message: JSON.stringify(body) });
    return arrived("filtered").length === 1;
  };

  it.each([
    [{ eventType: ["Bounce", "Complaint"] }, { eventType: "Bounce" }, true],
    [{ eventType: ["Bounce", "Complaint"] }, { eventType: "Send" }, false],
    [{ bounce: { bounceType: [{ "anything-but": "Transient" }] } }, { bounce: { bounceType: "Permanent" } }, true],
    [{ bounce: { bounceType: [{ "anything-but": "Transient" }] } }, { bounce: {} }, false],
    [{ amount: [{ numeric: [">=", 10, "<", 20] }] }, { amount: 10 }, true],
    [{ amount: [{ numeric: [">=", 10, "<", 20] }] }, { amount: 20 }, false],
    [{ name: [{ prefix: "Ana" }, { suffix: "ez" }] }, { name: "Gomez" }, true],
    [{ name: [{ exists: false }] }, { other: 1 }, true],
    [{ $or: [{ a: [1] }, { b: [2] }] }, { b: 2 }, true],
    [{ $or: [{ a: [1] }, { b: [2] }] }, { b: 3 }, false],
    [{ tags: ["vip"] }, { tags: ["new", "vip"] }, true],
  ])("%j on %j lets it through: %s", (policy, body, expected) => {
    expect(delivered(policy, body)).toBe(expected);
  });

  it("on attributes compares their typed values", () => {
    const filterPolicy = { priority: [{ numeric: [">", 5] }] };
    topics.subscribe({ topicArn: TopicArn, queue: "filtered", filterPolicy });
    for (const StringValue of ["5", "6"])
      topics.publish(TopicArn, { message: StringValue, attributes: { priority: { DataType: "Number", StringValue } } });
    expect(queues.counts("filtered").visible).toBe(1);
  });

  it("with an unknown operator stops the start instead of matching nothing", () => {
    const filterPolicy = { ip: [{ cidr: "10.0.0.0/8" }] };
    expect(() => topics.subscribe({ topicArn: TopicArn, queue: "filtered", filterPolicy })).toThrow(/not supported/);
  });
});
