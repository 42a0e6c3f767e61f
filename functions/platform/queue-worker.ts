import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import middy from "@middy/core";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { log } from "./log.ts";

/** Does what one queue message asks for; `receives` counts how often the queue has handed it out, this time included. */
export type QueueWork = (body: unknown, receives: number) => Promise<unknown>;

/** A queue's worker: each message succeeds or fails alone, and only the failed ones come back (partial batch). */
export function queueWorker(work: QueueWork) {
  const record = async ({ body, messageId, attributes }: SQSRecord) => {
    try {
      await work(JSON.parse(body), Number(attributes.ApproximateReceiveCount));
    } catch (error) {
      log.error("work failed and will be retried", { sqsMessageId: messageId, error: error as Error });
      throw error;
    }
  };
  const batch = (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(event, record, new BatchProcessor(EventType.SQS), {
      context,
      throwOnFullBatchFailure: false,
    }) as Promise<SQSBatchResponse>;
  return middy<SQSEvent, SQSBatchResponse>().handler(batch);
}

/** The worker of a queue whose messages all say the same: "there is work". However many come, it looks once. */
export function hintWorker(work: (time: { remainingMs(): number }) => Promise<unknown>) {
  return middy<SQSEvent, SQSBatchResponse>().handler(async ({ Records }, context: Context) => {
    try {
      await work({ remainingMs: () => context.getRemainingTimeInMillis() });
      return { batchItemFailures: [] };
    } catch (error) {
      log.error("work failed and will be retried", { error: error as Error });
      return { batchItemFailures: Records.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    }
  });
}
