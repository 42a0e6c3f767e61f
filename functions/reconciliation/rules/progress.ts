import { pacedPartitionsOf } from "../../outbox/rules/due-partitions.ts";
import { daysAfter, type Instant } from "../../platform/clock.ts";
import { PACED_QUEUES } from "../../platform/work-rows.ts";
import { type DayCount, EMPTY_DAY } from "./day-count.ts";

/** Which day is being compared, and how far that has come: a run that dies is carried on from here. */
export interface Progress {
  /** A calendar day in UTC. */
  day: string;
  part: number;
  after?: string;
  count: DayCount;
  /** A day with mail has been reported: before the first one there is nothing to tell. */
  begun: boolean;
  revision: number;
}

/** What a day is read from: the messages listed under it, those whose fate nobody knows, and what SES told of no message of ours. */
export type Part = { from: "listed"; dueShard: string } | { from: "unknown" } | { from: "strays" };

/** SES goes on trying for 14 hours; a day after the day's end it has told everything that it will tell. */
const WAITING_DAYS = 1;

/** Who compares for the first time looks so many days back. */
const FIRST_DAYS = 14;

/** The last day that is old enough to be complete. */
export function lastCompleteDay(now: Instant): string {
  return daysAfter(now, -WAITING_DAYS - 1).slice(0, 10);
}

/** Where the very first run begins. */
export function firstProgress(now: Instant): Progress {
  return dayBegun(dayAfter(lastCompleteDay(now), 1 - FIRST_DAYS), { begun: false, revision: 0 });
}

/** The parts of a day, in the order in which they are read. */
export function partsOf(day: string): Part[] {
  const at = `${day}T00:00:00.000Z`;
  const shards = PACED_QUEUES.flatMap((lane) => pacedPartitionsOf(at, lane));
  return [
    ...shards.map((dueShard) => ({ from: "listed", dueShard }) as const),
    { from: "unknown" },
    { from: "strays" },
  ];
}

/** A page was read: on to the next one, or to the next part. */
export function pageRead(progress: Progress, count: DayCount, next: string | undefined): Progress {
  const { after: _, ...rest } = progress;
  return next ? { ...rest, count, after: next } : { ...rest, count, part: rest.part + 1 };
}

/** The day is done: on to the next one. */
export function nextDay({ day, begun, revision }: Progress): Progress {
  return dayBegun(dayAfter(day, 1), { begun, revision });
}

function dayBegun(day: string, kept: Pick<Progress, "begun" | "revision">): Progress {
  return { day, part: 0, count: EMPTY_DAY, ...kept };
}

function dayAfter(day: string, days: number): string {
  return daysAfter(`${day}T00:00:00.000Z`, days).slice(0, 10);
}
