import { randomUUID } from "node:crypto";
import type { Activity } from "../activity.ts";
import type { Clock } from "../clock.ts";
import type { Functions } from "../lambda/functions.ts";
import type { EventSourceMapping } from "../resources/event-source-mapping.ts";
import { type DeliverableRecord, type DeliveryRules, deliverRecords } from "./deliver-records.ts";
import { fitsFilter, readFilterPattern } from "./filter-pattern.ts";
import { createPump } from "./pump.ts";

/** A table's stream as one consumer reads it; its position outlives the process. */
export interface StreamReader<Row extends DeliverableRecord = DeliverableRecord> {
  read(after: string | undefined, limit: number): Row[];
  position(): string | undefined;
  savePosition(sequence: string): void;
  newest(): string | undefined;
  onChange(listener: () => void): void;
}

export interface FeedSurroundings {
  functions: Functions;
  clock: Clock;
  activity: Activity;
  /** Sends a text to the queue with this ARN: what could not be delivered. */
  sendToQueue(arn: string, body: string): void;
}

export interface Feed {
  /** Looks for what is new; afterwards it is told of every change. */
  start(): void;
  stop(): Promise<void>;
}

const DEFAULT_BATCH = 100;
const LONGEST_PAUSE_MS = 1_000;

/** Hands a stream's records to a function: in order, filtered, again after failures, and on from where it stopped. */
export function feedFromStream(mapping: EventSourceMapping, reader: StreamReader, around: FeedSurroundings): Feed {
  const patterns = (mapping.FilterCriteria?.Filters ?? []).map(({ Pattern }) => readFilterPattern(Pattern));
  const rules = deliveryRules(mapping, reader, around);
  const isUnread = () => reader.newest() !== undefined && reader.newest() !== reader.position();
  const pump = createPump(async () => {
    const records = reader.read(reader.position(), mapping.BatchSize ?? DEFAULT_BATCH);
    const last = records.at(-1);
    if (last === undefined) return false;
    const wanted = records.filter((record) => fitsFilter(patterns, record));
    await deliverRecords(wanted, rules);
    reader.savePosition(last.dynamodb.SequenceNumber);
    around.activity.changed();
    return true;
  });
  around.activity.watch(`stream to ${mapping.FunctionName}`, () => Number(pump.running() || isUnread()));
  reader.onChange(pump.wake);
  return { start: pump.wake, stop: pump.stop };
}

function deliveryRules(mapping: EventSourceMapping, reader: StreamReader, around: FeedSurroundings): DeliveryRules {
  const { functions, clock, sendToQueue } = around;
  return {
    invoke: (records) => functions.invoke(mapping.FunctionName, { Records: records }),
    reportsFailures: mapping.FunctionResponseTypes.includes("ReportBatchItemFailures"),
    bisects: mapping.BisectBatchOnFunctionError,
    maximumRetries: mapping.MaximumRetryAttempts,
    maximumAgeSeconds: mapping.MaximumRecordAgeInSeconds,
    now: clock.now,
    onProgress: (record) => reader.savePosition(record.dynamodb.SequenceNumber),
    onGivenUp(records, attempts) {
      const destination = mapping.DestinationConfig?.OnFailure.Destination;
      if (destination !== undefined) sendToQueue(destination, givenUp(mapping, records, attempts, clock.now()));
    },
    // Real time on purpose: a failing function must not spin, and the product's clock may be standing still.
    pause: (attempt) => new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_PAUSE_MS, 25 * 2 ** attempt))),
  };
}

/** What the cloud writes to the destination: where the records are, not what is in them. */
function givenUp(mapping: EventSourceMapping, records: DeliverableRecord[], attempts: number, now: number): string {
  return JSON.stringify({
    requestContext: {
      requestId: randomUUID(),
      functionArn: mapping.FunctionName,
      condition: "RetryAttemptsExhausted",
      approximateInvokeCount: attempts,
    },
    responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
    version: "1.0",
    timestamp: new Date(now).toISOString(),
    DDBStreamBatchInfo: {
      shardId: "shardId-00000000000000000000-00000000",
      startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
      batchSize: records.length,
      streamArn: mapping.EventSourceArn,
    },
  });
}
