import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Queues } from "../../../local/queues/queues.ts";

const SECOND = 1000;
const START = Date.parse("2026-11-23T14:00:00.000Z");

let folder: string;
let now: number;
let queues: Queues;
let changed: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "queues-"));
  now = START;
  queues = opened();
});

afterEach(() => {
  queues.close();
  rmSync(folder, { recursive: true });
});

function opened(): Queues {
  const store = new Queues({ file: join(folder, "queues.sqlite"), now: () => now });
  store.define({ name: "work", visibilitySeconds: 60, maxReceiveCount: 3, deadLetterQueue: "work-dead" });
  store.define({ name: "work-dead", retentionSeconds: 14 * 24 * 3600 });
  changed = [];
  store.onChanged((queue) => changed.push(queue));
  return store;
}

function bodies(received: { body: string }[]): string[] {
  return received.map((message) => message.body);
}

describe("a queue on the virtual clock", () => {
  it("hands messages out in the order they were sent and announces each at once", () => {
    for (const body of ["one", "two", "three"]) queues.send("work", { body });
    expect(changed).toEqual(["work", "work", "work"]);
    expect(bodies(queues.receive("work", 2))).toEqual(["one", "two"]);
    expect(queues.counts("work")).toEqual({ visible: 1, inFlight: 2, delayed: 0 });
  });

  it("hides a received message until its visibility runs out on the virtual clock", () => {
    queues.send("work", { body: "hidden" });
    queues.receive("work", 10);
    expect(queues.nextDueAt()).toBe(START + 60 * SECOND);
    now += 60 * SECOND - 1;
    expect(queues.receive("work", 10)).toEqual([]);
    now += 1;
    changed.length = 0;
    expect(queues.runDue(now)).toBe(1);
    expect(changed).toEqual(["work"]);
    expect(queues.nextDueAt()).toBeUndefined();
    expect(queues.receive("work", 10)[0]?.receiveCount).toBe(2);
  });

  it("keeps a delayed message back and says when it is due", () => {
    queues.send("work", { body: "later", delaySeconds: 90 });
    expect(changed).toEqual([]);
    expect(queues.counts("work")).toEqual({ visible: 0, inFlight: 0, delayed: 1 });
    expect(queues.nextDueAt()).toBe(START + 90 * SECOND);
    now += 90 * SECOND;
    expect(bodies(queues.receive("work", 10))).toEqual(["later"]);
  });

  it("announces what fell due unnoticed as soon as anything else happens", () => {
    queues.send("work", { body: "retried", delaySeconds: 10 });
    now += 20 * SECOND;
    queues.send("work-dead", { body: "other" });
    expect(changed).toEqual(["work", "work-dead"]);
    expect(queues.runDue(now)).toBe(0);
  });

  it("deletes by the latest receipt only, so a late worker takes nothing from its successor", () => {
    queues.send("work", { body: "held twice" });
    const first = queues.receive("work", 1)[0]?.receiptHandle ?? "";
    now += 61 * SECOND;
    const second = queues.receive("work", 1)[0]?.receiptHandle ?? "";
    expect(queues.delete("work", first)).toBe(false);
    expect(queues.delete("work", second)).toBe(true);
    expect(queues.counts("work")).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  it("brings a message back at once when its visibility is set to nothing", () => {
    queues.send("work", { body: "again" });
    const receipt = queues.receive("work", 1)[0]?.receiptHandle ?? "";
    changed.length = 0;
    expect(queues.changeVisibility("work", receipt, 0)).toBe(true);
    expect(changed).toEqual(["work"]);
    expect(queues.changeVisibility("work", receipt, 30)).toBe(false);
    expect(bodies(queues.receive("work", 1))).toEqual(["again"]);
  });
});

describe("dead letters", () => {
  function die(): void {
    for (let attempt = 0; attempt < 3; attempt++) {
      expect(queues.receive("work", 10)).toHaveLength(1);
      now += 61 * SECOND;
    }
  }

  it("take a message that was received as often as the queue allows", () => {
    queues.send("work", { body: "poison" });
    die();
    changed.length = 0;
    expect(queues.receive("work", 10)).toEqual([]);
    expect(changed).toContain("work-dead");
    expect(queues.peek("work-dead")).toMatchObject([{ body: "poison", diedIn: "work", receiveCount: 0 }]);
  });

  it("make room for the living: the receive that buries one still fills up with others", () => {
    queues.send("work", { body: "poison" });
    die();
    queues.send("work", { body: "healthy" });
    expect(bodies(queues.receive("work", 1))).toEqual(["healthy"]);
  });

  it("go back where they died when redriven, with a fresh count", () => {
    queues.send("work", { body: "mended" });
    die();
    queues.receive("work", 10);
    expect(queues.redrive("work-dead")).toBe(1);
    expect(queues.counts("work-dead").visible).toBe(0);
    expect(queues.receive("work", 1)).toMatchObject([{ body: "mended", receiveCount: 1, diedIn: null }]);
  });

  it("are forgotten when their retention is over", () => {
    queues.send("work-dead", { body: "old" });
    now += 14 * 24 * 3600 * SECOND + 1;
    expect(queues.counts("work-dead").visible).toBe(0);
  });
});

describe("after a restart", () => {
  it("every message is still there, in flight or not, and is announced when the clock asks", () => {
    queues.send("work", { body: "waiting" });
    queues.send("work", { body: "in flight" });
    queues.receive("work", 1);
    queues.close();
    queues = opened();
    expect(queues.counts("work")).toEqual({ visible: 1, inFlight: 1, delayed: 0 });
    expect(queues.nextDueAt()).toBeLessThanOrEqual(now);
    queues.runDue(now);
    expect(changed).toEqual(["work"]);
    expect(queues.nextDueAt()).toBe(START + 60 * SECOND);
  });
});

it("refuses a FIFO queue with what to change", () => {
  expect(() => queues.define({ name: "orders.fifo" })).toThrow(/standard queues only/);
});
