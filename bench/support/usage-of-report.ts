import { readFileSync } from "node:fs";
import path from "node:path";
import type { Usage } from "../../functions/costs/rules/usage.ts";

/** What `/_local/capacity` tells of one stretch of work. */
export interface CapacityTold {
  consumed: { function: string; readUnits: number; writeUnits: number }[];
  calls: { function: string; service: string; operation: string; calls: number }[];
  invocations: { function: string; invocations: number; records: number; medianMs: number }[];
}

// The functions that work off a queue: a batch is received and deleted by one request each.
const FED_BY_QUEUE = new Set(["React", "SendTransactional", "SendMarketing", "RecordOutcome"]);

/** START, END and REPORT, as Lambda writes them for every invocation, each with the 26 bytes that are billed beside it. */
export const LOGGED_GB = 450 / 1e9;

/** What some functions took in a stretch, in the units that are billed, for each of so many things done. */
export function usageOf(told: CapacityTold, functions: readonly string[], things: number): Usage {
  const by = <T extends { function: string }>(rows: T[]) => rows.filter((row) => functions.includes(row.function));
  const sum = <T>(rows: T[], of: (row: T) => number) => rows.reduce((total, row) => total + of(row), 0) / things;
  const ran = by(told.invocations);
  const reported = ran.filter(({ function: name }) => name === "RecordOutcome");
  const fed = ran.filter(({ function: name }) => FED_BY_QUEUE.has(name));
  const sent = by(told.calls).filter(({ service }) => service === "sqs");
  const reports = sum(reported, ({ records }) => records);
  return {
    "dynamodb.write": sum(by(told.consumed), ({ writeUnits }) => writeUnits),
    "dynamodb.read": sum(by(told.consumed), ({ readUnits }) => readUnits),
    "lambda.request": sum(ran, ({ invocations }) => invocations),
    "lambda.gb-second": sum(ran, ({ function: name, invocations, medianMs }) => {
      return (invocations * medianMs * memoryMbOf(name)) / 1024 / 1000;
    }),
    // What SES reports is published once and lies in the queue once; the topic's delivery to a queue is free.
    "sqs.request": sum(sent, ({ calls }) => calls) + sum(fed, ({ invocations }) => invocations) * 2 + reports,
    "sns.publish": reports,
    "logs.ingested.gb": sum(ran, ({ invocations }) => invocations) * LOGGED_GB,
  };
}

interface Template {
  Resources: Record<string, { Type: string; Properties?: { MemorySize?: number } }>;
}

/** The memory of a deployed function, which its time is billed by. */
export function memoryMbOf(name: string): number {
  const file = path.resolve(import.meta.dirname, "../../cdk.out/Tastemaker-Engine.template.json");
  const { Resources } = JSON.parse(readFileSync(file, "utf8")) as Template;
  const memory = Resources[name]?.Properties?.MemorySize;
  if (!memory) throw new Error(`The assembly knows no function ${name}: run "npm run assemble".`);
  return memory;
}
