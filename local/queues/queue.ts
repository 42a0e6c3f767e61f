/** What a queue is told by the cloud template: names, times and where its failures go. */
export interface QueueSettings {
  name: string;
  arn?: string;
  visibilitySeconds?: number;
  delaySeconds?: number;
  retentionSeconds?: number;
  maximumMessageBytes?: number;
  /** Receives before a message counts as dead; with `deadLetterQueue`. */
  maxReceiveCount?: number;
  deadLetterQueue?: string;
}

export type Queue = Required<Omit<QueueSettings, "maxReceiveCount" | "deadLetterQueue">> &
  Pick<QueueSettings, "maxReceiveCount" | "deadLetterQueue"> & { createdAt: number };

/** An attribute as the SQS JSON protocol carries it: binary values stay base64. */
export interface MessageAttribute {
  DataType: string;
  StringValue?: string;
  BinaryValue?: string;
}

export type MessageAttributes = Record<string, MessageAttribute>;

export interface MessageToSend {
  body: string;
  attributes?: MessageAttributes;
  systemAttributes?: MessageAttributes;
  delaySeconds?: number;
}

/** A message on its way: all instants are epoch milliseconds on the virtual clock. */
export interface QueuedMessage {
  id: string;
  queue: string;
  body: string;
  attributes: MessageAttributes;
  systemAttributes: MessageAttributes;
  sentAt: number;
  visibleAt: number;
  receiveCount: number;
  firstReceivedAt: number | null;
  receiptHandle: string | null;
  /** The queue it died in, while it lies in a dead letter queue. */
  diedIn: string | null;
}

export interface QueueCounts {
  visible: number;
  inFlight: number;
  delayed: number;
}

/** Amazon's defaults for what a template leaves unsaid. */
export const queueFrom = (settings: QueueSettings, createdAt: number): Queue => ({
  arn: `arn:aws:sqs:eu-central-1:000000000000:${settings.name}`,
  visibilitySeconds: 30,
  delaySeconds: 0,
  retentionSeconds: 4 * 24 * 3600,
  maximumMessageBytes: 1_048_576,
  ...settings,
  createdAt,
});
