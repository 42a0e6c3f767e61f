import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type MainEngine, openMain, STARTED_AT } from "./main-engine.ts";

let main: MainEngine;
const SECONDS = STARTED_AT / 1000;
const WATCH = { TableName: "Main", TimeToLiveSpecification: { Enabled: true, AttributeName: "expiresAt" } };

beforeEach(() => {
  main = openMain();
});
afterEach(() => main.engine.close());

const left = () => main.engine.snapshot().Main?.map(({ sk }) => sk?.S);
const session = (sk: string, expiresAt: unknown) =>
  main.put({ pk: "session", sk, expiresAt, listKey: "l", listAt: sk });

describe("time to live", () => {
  test("deletes what has passed on the clock, and nothing else", () => {
    main.engine.execute("UpdateTimeToLive", WATCH);
    session("past", SECONDS - 1);
    session("now", SECONDS);
    session("future", SECONDS + 3600);
    session("text", String(SECONDS - 1));
    session("six years back", SECONDS - 6 * 366 * 86_400);
    main.put({ pk: "session", sk: "without" });
    expect(main.engine.sweepExpired()).toBe(1);
    expect(left()).toEqual(["future", "now", "six years back", "text", "without"]);
    main.clock.now += 3_601_000;
    expect(main.engine.sweepExpired()).toBe(2);
    expect(left()).toEqual(["six years back", "text", "without"]);
    expect(main.engine.sweepExpired()).toBe(0);
  });

  test("tells the stream that the service did it, cleans the indexes and costs nothing", () => {
    main.engine.execute("UpdateTimeToLive", WATCH);
    session("past", SECONDS - 1);
    const end = main.engine.endOfStream("Main");
    const consumed: unknown[] = [];
    main.engine.onConsumed((consumption) => consumed.push(consumption));
    main.engine.sweepExpired();
    expect(main.engine.readStream("Main", end, 10)).toMatchObject([
      { eventName: "REMOVE", userIdentity: { type: "Service", principalId: "dynamodb.amazonaws.com" } },
    ]);
    expect(consumed).toEqual([]);
    expect(main.engine.execute("Scan", { TableName: "Main", IndexName: "listed" })).toMatchObject({ Count: 0 });
  });

  test("switched on later sees the items that stand already, and follows their changes", () => {
    session("a", SECONDS - 1);
    session("b", SECONDS - 1);
    expect(main.engine.sweepExpired()).toBe(0);
    main.engine.execute("UpdateTimeToLive", WATCH);
    main.update({ pk: "session", sk: "b" }, "SET expiresAt = :later", { ":later": SECONDS + 10 });
    expect(main.engine.sweepExpired()).toBe(1);
    expect(left()).toEqual(["b"]);
  });

  test("switched off deletes nothing", () => {
    main.engine.execute("UpdateTimeToLive", WATCH);
    session("a", SECONDS - 1);
    const off = { ...WATCH, TimeToLiveSpecification: { Enabled: false, AttributeName: "expiresAt" } };
    main.engine.execute("UpdateTimeToLive", off);
    expect(main.engine.sweepExpired()).toBe(0);
  });

  test("sweeps any number of items", () => {
    main.engine.execute("UpdateTimeToLive", WATCH);
    for (let n = 0; n < 2500; n += 1) session(String(n), SECONDS - 1);
    expect(main.engine.sweepExpired()).toBe(2500);
    expect(left()).toEqual([]);
  });
});
