import { randomUUID } from "node:crypto";
import { ACCOUNT, type LoadedResource, REGION } from "../assembly/resource-kind.ts";
import type { Clock } from "../clock.ts";
import type { DueSource } from "../due-source.ts";
import type { Schedule } from "../resources/schedule.ts";
import { readScheduleExpression, type ScheduleTimes } from "./schedule-expression.ts";

/** What the scheduler needs of the rest. */
export interface SchedulerSurroundings {
  clock: Clock;
  invoke(functionArn: string, event: unknown): void;
  /** Where the schedules stood when the process last ended. */
  positions: { read(name: string): string | undefined; write(name: string, value: string): void };
  /** The earliest value in an index, as the epoch ms at which it comes due; undefined when the index is empty. */
  earliest(idle: Idle): number | undefined;
}

/** A schedule's own word that its ticks do nothing before the earliest row of an index. */
export interface Idle {
  table: string;
  index: string;
  sortKey: string;
}

interface Planned {
  resource: LoadedResource<Schedule>;
  times: ScheduleTimes;
  idle: Idle | undefined;
}

const IDLE = "tastemaker:idle";

// An idle tick does nothing but remember how far it looked; after a longer gap the next one would have too far to look.
const LONGEST_SKIP_MS = 3 * 24 * 60 * 60 * 1000;

/** Runs the schedules on the product's clock. A tick that was missed while the process was down is made up for once. */
export function createScheduler(schedules: LoadedResource<Schedule>[], around: SchedulerSurroundings): DueSource {
  const planned = schedules.filter(({ properties }) => properties.State === "ENABLED").map(plan);
  return {
    name: "schedules",
    nextDueAt() {
      const instants = planned.map((each) => nextTick(each, around)).filter((at) => at !== undefined);
      return instants.length === 0 ? undefined : Math.min(...instants);
    },
    runDue(now) {
      const due = planned.filter((each) => (nextTick(each, around) ?? Number.POSITIVE_INFINITY) <= now);
      for (const each of due) run(each, now, around);
      return due.length;
    },
  };
}

function plan(resource: LoadedResource<Schedule>): Planned {
  const { ScheduleExpression, ScheduleExpressionTimezone } = resource.properties;
  const times = readScheduleExpression(ScheduleExpression, ScheduleExpressionTimezone);
  return { resource, times, idle: resource.metadata[IDLE] as Idle | undefined };
}

function nextTick({ resource, times, idle }: Planned, around: SchedulerSurroundings): number | undefined {
  const next = times.nextAfter(positionOf(resource.ref, around));
  // Only a wound clock skips idle ticks; while time flows every tick happens, as in the cloud.
  if (next === undefined || idle === undefined || !around.clock.frozen()) return next;
  const earliest = around.earliest(idle) ?? Number.POSITIVE_INFINITY;
  const wanted = Math.min(earliest, next + LONGEST_SKIP_MS);
  return wanted <= next ? next : times.nextAfter(wanted - 1);
}

function run({ resource, times }: Planned, now: number, around: SchedulerSurroundings): void {
  const { ref, attributes, properties } = resource;
  const at = times.lastUntil(now, positionOf(ref, around)) ?? now;
  around.positions.write(`schedule ${ref}`, String(at));
  around.invoke(properties.Target.Arn, eventOf(properties.Target.Input, attributes.Arn ?? "", at));
}

/** Where the schedule stands: its last tick, or the instant at which it was first seen. */
function positionOf(ref: string, { positions, clock }: SchedulerSurroundings): number {
  const known = positions.read(`schedule ${ref}`);
  if (known !== undefined) return Number(known);
  const now = clock.now();
  positions.write(`schedule ${ref}`, String(now));
  return now;
}

function eventOf(input: string | undefined, arn: string, at: number): unknown {
  const time = new Date(at).toISOString().replace(".000Z", "Z");
  if (input !== undefined) return JSON.parse(withPlaceholders(input, arn, time));
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": "Scheduled Event",
    source: "aws.scheduler",
    account: ACCOUNT,
    time,
    region: REGION,
    resources: [arn],
    detail: "{}",
  };
}

function withPlaceholders(input: string, arn: string, time: string): string {
  return input
    .replaceAll("<aws.scheduler.schedule-arn>", arn)
    .replaceAll("<aws.scheduler.scheduled-time>", time)
    .replaceAll("<aws.scheduler.execution-id>", randomUUID())
    .replaceAll("<aws.scheduler.attempt-number>", "1");
}
