import { attributesDigest, bodyDigest } from "./attributes-digest.ts";
import type { MessageAttributes, Queue, QueuedMessage } from "./queue.ts";
import type { Queues } from "./queues.ts";
import { receiptParts } from "./receipt-handle.ts";
import { type MessageInput, messageFrom } from "./sqs-message-input.ts";
import { invalidValue, missingParameter, SqsRefusal } from "./sqs-refusal.ts";
import { systemAttributesOf } from "./system-attributes.ts";

export interface ReceiveInput {
  MaxNumberOfMessages?: number;
  VisibilityTimeout?: number;
  AttributeNames?: string[];
  MessageSystemAttributeNames?: string[];
  MessageAttributeNames?: string[];
}

export interface SentAnswer {
  MessageId: string;
  MD5OfMessageBody: string;
  MD5OfMessageAttributes?: string;
  MD5OfMessageSystemAttributes?: string;
}

const MAX_VISIBILITY_SECONDS = 43_200;

export function sendMessage(queues: Queues, queue: Queue, input: MessageInput): SentAnswer {
  return sentAnswer(queues.send(queue.name, messageFrom(queue, input)));
}

export function sentAnswer(message: QueuedMessage): SentAnswer {
  const attributes = attributesDigest(message.attributes);
  const systemAttributes = attributesDigest(message.systemAttributes);
  return {
    MessageId: message.id,
    MD5OfMessageBody: bodyDigest(message.body),
    ...(attributes && { MD5OfMessageAttributes: attributes }),
    ...(systemAttributes && { MD5OfMessageSystemAttributes: systemAttributes }),
  };
}

export function receiveMessage(queues: Queues, queue: Queue, input: ReceiveInput): { Messages?: unknown[] } {
  const limit = input.MaxNumberOfMessages ?? 1;
  if (!(limit >= 1 && limit <= 10))
    throw invalidValue(limit, "MaxNumberOfMessages", "Must be between 1 and 10, if provided.");
  if (input.VisibilityTimeout !== undefined) checkVisibility(input.VisibilityTimeout);
  const messages = queues.receive(queue.name, limit, input.VisibilityTimeout);
  return messages.length === 0 ? {} : { Messages: messages.map((message) => received(queues, message, input)) };
}

export function deleteMessage(queues: Queues, queue: Queue, input: { ReceiptHandle?: string }): object {
  queues.delete(queue.name, checkedHandle(input.ReceiptHandle));
  return {};
}

export function changeVisibility(
  queues: Queues,
  queue: Queue,
  input: { ReceiptHandle?: string; VisibilityTimeout?: number },
): object {
  const handle = checkedHandle(input.ReceiptHandle);
  if (input.VisibilityTimeout === undefined) throw missingParameter("VisibilityTimeout");
  checkVisibility(input.VisibilityTimeout);
  if (!queues.changeVisibility(queue.name, handle, input.VisibilityTimeout))
    throw new SqsRefusal("MessageNotInflight", "The message is not in flight under this receipt handle.");
  return {};
}

function received(queues: Queues, message: QueuedMessage, input: ReceiveInput): object {
  const wanted = [...(input.AttributeNames ?? []), ...(input.MessageSystemAttributeNames ?? [])];
  const source = message.diedIn === null ? undefined : queues.get(message.diedIn)?.arn;
  const system = picked(systemAttributesOf(message, source), wanted);
  const attributes = picked<MessageAttributes>(message.attributes, input.MessageAttributeNames ?? []);
  const digest = attributesDigest(attributes);
  return {
    MessageId: message.id,
    ReceiptHandle: message.receiptHandle,
    MD5OfBody: bodyDigest(message.body),
    Body: message.body,
    ...(Object.keys(system).length > 0 && { Attributes: system }),
    ...(digest && { MessageAttributes: attributes, MD5OfMessageAttributes: digest }),
  };
}

/** The entries that were asked for: by name, by "All", or by a prefix as in "trace.*". */
function picked<Values extends Record<string, unknown>>(values: Values, wanted: string[]): Values {
  const matches = (name: string) =>
    wanted.some((want) => want === "All" || want === name || (want.endsWith("*") && matchesPrefix(name, want)));
  return Object.fromEntries(Object.entries(values).filter(([name]) => matches(name))) as Values;
}

function matchesPrefix(name: string, pattern: string): boolean {
  return name.startsWith(pattern.slice(0, -1).replace(/\.$/, ""));
}

function checkVisibility(seconds: number): void {
  if (!(seconds >= 0 && seconds <= MAX_VISIBILITY_SECONDS))
    throw invalidValue(seconds, "VisibilityTimeout", "Must be between 0 and 43200, if provided.");
}

function checkedHandle(handle: string | undefined): string {
  if (!handle) throw missingParameter("ReceiptHandle");
  if (receiptParts(handle).id === "")
    throw new SqsRefusal(
      "ReceiptHandleIsInvalid",
      `The input receipt handle "${handle}" is not a valid receipt handle.`,
      404,
    );
  return handle;
}
