import { lambdaRecord } from "../queues/lambda-record.ts";
import type { QueuedMessage } from "../queues/queue.ts";
import type { Queues } from "../queues/queues.ts";
import type { EventSourceMapping } from "../resources/event-source-mapping.ts";
import { batchFailures } from "./batch-failures.ts";
import type { Feed, FeedSurroundings } from "./feed-from-stream.ts";
import { createPump } from "./pump.ts";

const DEFAULT_BATCH = 10;

/** Hands a queue's messages to a function; what fails stays hidden until its visibility timeout brings it back. */
export function feedFromQueue(mapping: EventSourceMapping, queues: Queues, around: FeedSurroundings): Feed {
  const queue = mapping.EventSourceArn.split(":").at(-1) ?? "";
  const { activity, functions } = around;
  const slots = Math.min(
    functions.get(mapping.FunctionName).definition.concurrency,
    mapping.ScalingConfig?.MaximumConcurrency ?? Number.POSITIVE_INFINITY,
  );
  const batches = new Set<Promise<void>>();
  const pump = createPump(async () => {
    if (batches.size >= slots) await Promise.race(batches);
    const messages = queues.receive(queue, mapping.BatchSize ?? DEFAULT_BATCH);
    if (messages.length === 0) return false;
    const batch: Promise<void> = deliver(mapping, queue, queues, messages, around).finally(() => {
      batches.delete(batch);
      activity.changed();
    });
    batches.add(batch);
    return true;
  });
  activity.watch(`queue ${queue}`, () => queues.counts(queue).visible + batches.size + Number(pump.running()));
  const stopListening = queues.onChanged((changed) => {
    if (changed === queue) pump.wake();
  });
  return {
    start: pump.wake,
    async stop() {
      stopListening();
      await pump.stop();
      await Promise.all(batches);
    },
  };
}

async function deliver(
  mapping: EventSourceMapping,
  queue: string,
  queues: Queues,
  messages: QueuedMessage[],
  { functions }: FeedSurroundings,
): Promise<void> {
  const records = messages.map((message) => lambdaRecord(message, mapping.EventSourceArn));
  const result = await functions.invoke(mapping.FunctionName, { Records: records });
  const ids = records.map(({ messageId }) => messageId);
  const reportsFailures = mapping.FunctionResponseTypes.includes("ReportBatchItemFailures");
  const failures = batchFailures(result, reportsFailures, ids);
  if (failures === "all") return;
  for (const { messageId, receiptHandle } of records) {
    if (!failures.has(messageId)) queues.delete(queue, receiptHandle);
  }
}
