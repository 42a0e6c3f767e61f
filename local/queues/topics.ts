import { randomUUID } from "node:crypto";
import { checkFilterPolicy, type FilterPolicy, type FilterScope, matchesFilter } from "./filter-policy.ts";
import type { MessageAttributes } from "./queue.ts";
import type { Queues } from "./queues.ts";

export interface Subscription {
  topicArn: string;
  queue: string;
  rawDelivery?: boolean;
  filterPolicy?: FilterPolicy;
  filterScope?: FilterScope;
}

export interface Publication {
  message: string;
  subject?: string;
  attributes?: MessageAttributes;
}

const MAX_PUBLISHED_BYTES = 262_144;

/**
 * Topics that deliver to queues. They come from the template at every start; what they deliver lies in the
 * queues' own file before publishing returns, so a topic itself has nothing to lose.
 */
export class Topics {
  readonly #queues: Queues;
  readonly #now: () => number;
  readonly #subscriptions = new Map<string, Subscription[]>();

  constructor(queues: Queues, now: () => number) {
    this.#queues = queues;
    this.#now = now;
  }

  define(arn: string): void {
    if (arn.endsWith(".fifo"))
      throw new Error(`Topic ${arn}: the local runtime has standard topics only; drop FifoTopic.`);
    if (!this.#subscriptions.has(arn)) this.#subscriptions.set(arn, []);
  }

  subscribe(subscription: Subscription): void {
    const subscriptions = this.#subscriptions.get(subscription.topicArn);
    if (!subscriptions) throw new Error(`No topic ${subscription.topicArn} to subscribe ${subscription.queue} to.`);
    if (!this.#queues.get(subscription.queue))
      throw new Error(`Topic ${subscription.topicArn}: no queue named ${subscription.queue} to deliver to.`);
    if (subscription.filterPolicy) checkFilterPolicy(subscription.filterPolicy);
    subscriptions.push(subscription);
  }

  has(arn: string): boolean {
    return this.#subscriptions.has(arn);
  }

  arns(): string[] {
    return [...this.#subscriptions.keys()].sort();
  }

  subscriptionsOf(arn: string): Subscription[] {
    return this.#subscriptions.get(arn) ?? [];
  }

  /** Delivers to every subscription whose filter lets the message through, and returns the message's id. */
  publish(topicArn: string, publication: Publication): string {
    const messageId = randomUUID();
    const attributes = publication.attributes ?? {};
    for (const subscription of this.subscriptionsOf(topicArn)) {
      const scope = subscription.filterScope ?? "MessageAttributes";
      if (!matchesFilter(subscription.filterPolicy, scope, { message: publication.message, attributes })) continue;
      if (subscription.rawDelivery) this.#queues.send(subscription.queue, { body: publication.message, attributes });
      else this.#queues.send(subscription.queue, { body: this.#envelope(topicArn, messageId, publication) });
    }
    return messageId;
  }

  #envelope(topicArn: string, messageId: string, publication: Publication): string {
    const attributes = Object.entries(publication.attributes ?? {});
    return JSON.stringify({
      Type: "Notification",
      MessageId: messageId,
      TopicArn: topicArn,
      ...(publication.subject !== undefined && { Subject: publication.subject }),
      Message: publication.message,
      Timestamp: new Date(this.#now()).toISOString(),
      SignatureVersion: "1",
      Signature: "EXAMPLE",
      SigningCertURL: "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService.pem",
      UnsubscribeURL: `https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${topicArn}`,
      ...(attributes.length > 0 && {
        MessageAttributes: Object.fromEntries(
          attributes.map(([name, { DataType, StringValue, BinaryValue }]) => [
            name,
            { Type: DataType, Value: StringValue ?? BinaryValue },
          ]),
        ),
      }),
    });
  }
}

/** SNS counts the message with its attributes; above this it refuses. */
export function publishedTooLong(publication: Publication): boolean {
  const attributes = Object.entries(publication.attributes ?? {}).map(([name, value]) =>
    Buffer.byteLength(name + value.DataType + (value.StringValue ?? value.BinaryValue ?? "")),
  );
  return attributes.reduce((sum, bytes) => sum + bytes, Buffer.byteLength(publication.message)) > MAX_PUBLISHED_BYTES;
}
