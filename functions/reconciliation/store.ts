import type { Instant } from "../platform/clock.ts";
import { isNew } from "../platform/conditions.ts";
import { getItem, queryPage } from "../platform/dynamo.ts";
import type { Item, Key } from "../platform/items.ts";
import type { Put } from "../platform/writes.ts";
import type { DayCount } from "./rules/day-count.ts";
import type { Progress } from "./rules/progress.ts";

/** How our books and SES's events compared on one day; written once and never changed. */
export interface DayReport extends DayCount {
  /** A calendar day in UTC. */
  day: string;
  comparedAt: Instant;
}

const PK = "reconciliation";
const DAY = "day#";
const PROGRESS: Key = { pk: PK, sk: "progress" };

export function readProgress(): Promise<Progress | undefined> {
  return getItem<Item & Progress>(PROGRESS);
}

/** Keeps how far a run has come, unless another run has come on since `before` was kept. */
export function progressWrite(progress: Progress, before: Progress): Put {
  return {
    put: { ...PROGRESS, ...progress, revision: before.revision + 1 },
    onlyIf: before.revision > 0 ? { equals: ["revision", before.revision] } : isNew,
    refusal: "another-run",
  };
}

/** The report of a day that nobody has reported yet. */
export function reportWrite(report: DayReport): Put {
  return { put: { pk: PK, sk: `${DAY}${report.day}`, ...report }, onlyIf: isNew, refusal: "another-run" };
}

/** The reports of the last days, the newest first. */
export async function lastReports(limit: number): Promise<DayReport[]> {
  return (await queryPage<Item & DayReport>({ pk: PK, prefix: DAY, descending: true, limit })).items;
}
