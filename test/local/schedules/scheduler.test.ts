import { describe, expect, it } from "vitest";
import type { LoadedResource } from "../../../local/assembly/resource-kind.ts";
import { createClock } from "../../../local/clock.ts";
import type { Schedule } from "../../../local/resources/schedule.ts";
import { createScheduler } from "../../../local/schedules/scheduler.ts";

const START = Date.parse("2026-11-23T12:00:30Z");
const MINUTE = 60_000;

function schedule(expression: string, metadata = {}): LoadedResource<Schedule> {
  return {
    stackName: "Engine",
    logicalId: "Tick",
    ref: "tick",
    attributes: { Arn: "arn:tick" },
    metadata,
    properties: {
      State: "ENABLED",
      ScheduleExpression: expression,
      ScheduleExpressionTimezone: "UTC",
      FlexibleTimeWindow: { Mode: "OFF" },
      Target: { Arn: "arn:function", RoleArn: "arn:role", Input: '{"at":"<aws.scheduler.scheduled-time>"}' },
    },
  };
}

function scheduler(
  resource: LoadedResource<Schedule>,
  earliest: number | undefined = undefined,
  facts = new Map<string, string>(),
) {
  const clock = createClock(undefined, () => START);
  const invoked: unknown[] = [];
  const source = createScheduler([resource], {
    clock,
    invoke: (_, event) => void invoked.push(event),
    positions: { read: (name) => facts.get(name), write: (name, value) => void facts.set(name, value) },
    earliest: () => earliest,
  });
  return { clock, invoked, source, facts };
}

const IDLE = { "tastemaker:idle": { table: "Main", index: "due", sortKey: "dueAt" } };

describe("the scheduler", () => {
  it("ticks first at the first instant after it was first seen, and hands over that instant", () => {
    const { source, invoked } = scheduler(schedule("rate(1 minute)"));
    expect(source.nextDueAt()).toBe(START + 30_000);
    expect(source.runDue(START + 29_999)).toBe(0);
    expect(source.runDue(START + 30_000)).toBe(1);
    expect(invoked).toEqual([{ at: "2026-11-23T12:01:00Z" }]);
  });

  it("makes up once for ticks missed while the process was down", () => {
    const facts = new Map([["schedule tick", String(START - 90 * MINUTE)]]);
    const { source, invoked } = scheduler(schedule("rate(30 minutes)"), undefined, facts);
    expect(source.runDue(START)).toBe(1);
    expect(source.runDue(START)).toBe(0);
    expect(invoked).toEqual([{ at: "2026-11-23T12:00:00Z" }]);
  });

  it("skips idle ticks while time is wound, up to the first tick after the earliest row", () => {
    const { source, clock } = scheduler(schedule("rate(1 minute)", IDLE), START + 90 * MINUTE);
    clock.freeze(START);
    expect(source.nextDueAt()).toBe(Date.parse("2026-11-23T13:31:00Z"));
  });

  it("ticks every third day while time is wound over an empty index", () => {
    const { source, clock } = scheduler(schedule("rate(1 minute)", IDLE));
    clock.freeze(START);
    expect(source.nextDueAt()).toBe(Date.parse("2026-11-26T12:01:00Z"));
  });

  it("ticks at every instant while time flows, idle or not", () => {
    expect(scheduler(schedule("rate(1 minute)", IDLE)).source.nextDueAt()).toBe(START + 30_000);
  });

  it("leaves disabled schedules alone", () => {
    const disabled = schedule("rate(1 minute)");
    disabled.properties.State = "DISABLED";
    expect(scheduler(disabled).source.nextDueAt()).toBeUndefined();
  });
});
