import type { InvocationResult } from "../lambda/execution-environment.ts";
import { batchFailures } from "./batch-failures.ts";

/** A stream record, as far as delivery needs to know it. */
export interface DeliverableRecord {
  dynamodb: { SequenceNumber: string; ApproximateCreationDateTime: number };
}

export interface DeliveryRules {
  invoke(records: DeliverableRecord[]): Promise<InvocationResult>;
  reportsFailures: boolean;
  bisects: boolean;
  /** -1 retries for ever. */
  maximumRetries: number;
  /** -1 keeps records of any age. */
  maximumAgeSeconds: number;
  now(): number;
  /** Everything up to this record is done and is not delivered again after a restart. */
  onProgress(record: DeliverableRecord): void;
  /** What is given up goes to the on-failure destination. */
  onGivenUp(records: DeliverableRecord[], attempts: number): void;
  pause(attempt: number): Promise<void>;
}

/**
 * Delivers records in order until they are done or given up: a partial answer goes on from the first failure, a failing
 * batch is halved to find the bad record, and what fails too often or grows too old is given up.
 */
export async function deliverRecords(records: DeliverableRecord[], rules: DeliveryRules): Promise<void> {
  let rest = records;
  for (let attempts = 0; rest.length > 0; attempts += 1) {
    if (mustGiveUp(rest[0] as DeliverableRecord, attempts, rules)) return giveUp(rest, attempts, rules);
    if (attempts > 0) await rules.pause(attempts);
    const { left, allFailed } = await attempt(rest, rules);
    rest = left;
    if (allFailed && rules.bisects && rest.length > 1) return deliverHalves(rest, rules);
  }
}

async function attempt(records: DeliverableRecord[], rules: DeliveryRules) {
  const result = await rules.invoke(records);
  const failures = batchFailures(result, rules.reportsFailures, records.map(sequenceOf));
  if (failures === "all") return { left: records, allFailed: true };
  const done = firstFailure(records, failures);
  progress(records.slice(0, done), rules);
  return { left: records.slice(done), allFailed: false };
}

// Halving starts the count of attempts anew, as the cloud does: otherwise a large batch would be given up whole.
async function deliverHalves(records: DeliverableRecord[], rules: DeliveryRules): Promise<void> {
  const middle = Math.ceil(records.length / 2);
  await deliverRecords(records.slice(0, middle), rules);
  await deliverRecords(records.slice(middle), rules);
}

function firstFailure(records: DeliverableRecord[], failures: Set<string>): number {
  const first = records.findIndex((record) => failures.has(sequenceOf(record)));
  return first === -1 ? records.length : first;
}

function mustGiveUp(first: DeliverableRecord, attempts: number, rules: DeliveryRules): boolean {
  const { maximumRetries, maximumAgeSeconds, now } = rules;
  const ageSeconds = now() / 1000 - first.dynamodb.ApproximateCreationDateTime;
  return (
    (maximumRetries >= 0 && attempts > maximumRetries) || (maximumAgeSeconds >= 0 && ageSeconds > maximumAgeSeconds)
  );
}

function giveUp(records: DeliverableRecord[], attempts: number, rules: DeliveryRules): void {
  rules.onGivenUp(records, attempts);
  progress(records, rules);
}

function progress(records: DeliverableRecord[], { onProgress }: DeliveryRules): void {
  const last = records.at(-1);
  if (last !== undefined) onProgress(last);
}

function sequenceOf({ dynamodb }: DeliverableRecord): string {
  return dynamodb.SequenceNumber;
}
