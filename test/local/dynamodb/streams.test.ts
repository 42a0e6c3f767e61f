import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type MainEngine, openMain, STARTED_AT, wire } from "./main-engine.ts";

let main: MainEngine;

beforeEach(() => {
  main = openMain();
});
afterEach(() => main.engine.close());

const KEY = { pk: "con_1", sk: "contact" };
const records = (after?: string, limit = 100) => main.engine.readStream("Main", after, limit);
const HOUR = 3_600_000;

describe("the stream", () => {
  test("tells every change with the item before and after it", () => {
    main.put({ ...KEY, name: "Ana" });
    main.clock.now += 5000;
    main.update(KEY, "SET #n = :n".replace("#n", "nickname"), { ":n": "An" });
    main.remove(KEY);
    const [inserted, modified, removed] = records();
    expect(inserted).toMatchObject({
      eventName: "INSERT",
      eventSource: "aws:dynamodb",
      awsRegion: "eu-central-1",
      dynamodb: {
        Keys: wire(KEY),
        NewImage: wire({ ...KEY, name: "Ana" }),
        ApproximateCreationDateTime: STARTED_AT / 1000,
        StreamViewType: "NEW_AND_OLD_IMAGES",
      },
    });
    expect(inserted?.eventSourceARN).toMatch(/^arn:aws:dynamodb:eu-central-1:000000000000:table\/Main\/stream\/2026/);
    expect(inserted?.dynamodb.OldImage).toBeUndefined();
    expect(modified).toMatchObject({
      eventName: "MODIFY",
      dynamodb: {
        OldImage: wire({ ...KEY, name: "Ana" }),
        NewImage: wire({ ...KEY, name: "Ana", nickname: "An" }),
        ApproximateCreationDateTime: STARTED_AT / 1000 + 5,
      },
    });
    expect(removed).toMatchObject({
      eventName: "REMOVE",
      dynamodb: { OldImage: wire({ ...KEY, name: "Ana", nickname: "An" }) },
    });
    expect(removed?.dynamodb.NewImage).toBeUndefined();
    expect(removed?.userIdentity).toBeUndefined();
  });

  test("is silent where nothing changed or was refused", () => {
    main.put({ ...KEY, tags: new Set(["a", "b"]) });
    main.put({ tags: new Set(["b", "a"]), ...KEY });
    main.update(KEY, "REMOVE nobody");
    main.remove({ pk: "con_2", sk: "contact" });
    expect(() => main.put(KEY, { ConditionExpression: "attribute_not_exists(pk)" })).toThrow(
      /conditional request failed/,
    );
    expect(records()).toHaveLength(1);
  });

  test("tells a transaction's changes together or not at all", () => {
    const put = (sk: string, extra = {}) => ({ Put: { TableName: "Main", Item: wire({ pk: "con_1", sk }), ...extra } });
    const never = { ConditionExpression: "attribute_exists(pk)" };
    expect(() => main.engine.execute("TransactWriteItems", { TransactItems: [put("a"), put("b", never)] })).toThrow();
    expect(records()).toEqual([]);
    main.engine.execute("TransactWriteItems", { TransactItems: [put("a"), put("b")] });
    expect(records().map(({ dynamodb }) => dynamodb.Keys.sk?.S)).toEqual(["a", "b"]);
  });

  test("is read on from any record, in the order of the changes", () => {
    for (let n = 0; n < 7; n += 1) main.put({ ...KEY, n });
    const read: number[] = [];
    let position: string | undefined;
    for (let page = records(position, 3); page.length > 0; page = records(position, 3)) {
      read.push(...page.map(({ dynamodb }) => Number(dynamodb.NewImage?.n?.N)));
      position = page.at(-1)?.dynamodb.SequenceNumber;
    }
    expect(read).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(position).toBe(main.engine.endOfStream("Main"));
    const sequences = records().map(({ dynamodb }) => dynamodb.SequenceNumber);
    expect(sequences.toSorted()).toEqual(sequences);
  });

  test("notifies after the commit, so that nobody polls", () => {
    const seen: number[] = [];
    const stop = main.engine.onStreamChanged((table) =>
      seen.push(main.engine.readStream(table, undefined, 100).length),
    );
    main.put(KEY);
    main.put(KEY);
    main.put({ ...KEY, n: 1 });
    stop();
    main.put({ ...KEY, n: 2 });
    expect(seen).toEqual([1, 2]);
  });

  test("shows no more than its view", () => {
    const { engine } = main;
    engine.execute("CreateTable", {
      TableName: "Keys",
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "N" }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: "KEYS_ONLY" },
    });
    engine.execute("PutItem", { TableName: "Keys", Item: wire({ pk: 1, more: "x" }) });
    const [record] = engine.readStream("Keys", undefined, 10);
    expect(record?.dynamodb).toMatchObject({ Keys: wire({ pk: 1 }), StreamViewType: "KEYS_ONLY" });
    expect(record?.dynamodb.NewImage).toBeUndefined();
  });
});

describe("a consumer's position", () => {
  test("is kept by its name, and absent before it began", () => {
    main.put(KEY);
    const end = main.engine.endOfStream("Main") as string;
    expect(main.engine.loadPosition("Main", "relay")).toBeUndefined();
    main.engine.savePosition("Main", "relay", end);
    expect(main.engine.loadPosition("Main", "relay")).toBe(end);
    expect(main.engine.loadPosition("Main", "report")).toBeUndefined();
    expect(records(end)).toEqual([]);
  });

  test("holds back the trimming of records that it has yet to pass", () => {
    for (let n = 0; n < 4; n += 1) main.put({ ...KEY, n });
    const [first, second] = records();
    main.engine.savePosition("Main", "slow", first?.dynamodb.SequenceNumber as string);
    main.engine.savePosition("Main", "fast", main.engine.endOfStream("Main") as string);
    main.clock.now += 25 * HOUR;
    expect(main.engine.trimStreams()).toBe(1);
    expect(records()[0]).toEqual(second);
  });

  test("of everybody at the end leaves the day that must stay, and the newest record", () => {
    for (let n = 0; n < 3; n += 1) main.put({ ...KEY, n });
    const end = main.engine.endOfStream("Main") as string;
    main.engine.savePosition("Main", "relay", end);
    main.clock.now += 23 * HOUR;
    expect(main.engine.trimStreams()).toBe(0);
    main.clock.now += 2 * HOUR;
    expect(main.engine.trimStreams()).toBe(2);
    expect(main.engine.endOfStream("Main")).toBe(end);
    main.put({ ...KEY, n: 99 });
    expect(records(end)).toHaveLength(1);
  });
});
