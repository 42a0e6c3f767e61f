import type { QueuedMessage } from "./queue.ts";

/** What SQS tells about a received message beside its body. */
export function systemAttributesOf(message: QueuedMessage, deadLetterSourceArn?: string): Record<string, string> {
  const trace = message.systemAttributes.AWSTraceHeader?.StringValue;
  return {
    SenderId: "000000000000",
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receiveCount),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
    ...(trace !== undefined && { AWSTraceHeader: trace }),
    ...(deadLetterSourceArn !== undefined && { DeadLetterQueueSourceArn: deadLetterSourceArn }),
  };
}
