import type { MessageAttributes, MessageToSend, Queue } from "./queue.ts";
import { invalidValue, missingParameter, SqsRefusal } from "./sqs-refusal.ts";

/** The part of SendMessage and of a batch entry that describes one message. */
export interface MessageInput {
  MessageBody?: string;
  DelaySeconds?: number;
  MessageAttributes?: MessageAttributes;
  MessageSystemAttributes?: MessageAttributes;
  MessageGroupId?: string;
  MessageDeduplicationId?: string;
}

const MAX_ATTRIBUTES = 10;
// XML's character range: SQS refuses anything else, also through the JSON protocol.
const FORBIDDEN_CHARACTERS = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Checks one message against the limits of SQS and of its queue. */
export function messageFrom(queue: Queue, input: MessageInput): MessageToSend {
  if (!input.MessageBody) throw missingParameter("MessageBody");
  if (input.MessageDeduplicationId !== undefined)
    throw invalidValue(
      input.MessageDeduplicationId,
      "MessageDeduplicationId",
      "The request includes a parameter that is not valid for this queue type.",
    );
  checkContents(input.MessageBody);
  checkDelay(input.DelaySeconds);
  const attributes = input.MessageAttributes ?? {};
  checkAttributes(attributes);
  const message: MessageToSend = {
    body: input.MessageBody,
    attributes,
    systemAttributes: input.MessageSystemAttributes ?? {},
    ...(input.DelaySeconds !== undefined && { delaySeconds: input.DelaySeconds }),
  };
  if (messageBytes(message) > queue.maximumMessageBytes)
    throw new SqsRefusal(
      "InvalidParameterValue",
      `One or more parameters are invalid. Reason: Message must be shorter than ${queue.maximumMessageBytes} bytes.`,
    );
  return message;
}

/** The size that counts against the limits: body, and names, types and values of the attributes. */
export function messageBytes(message: MessageToSend): number {
  const attributes = Object.entries(message.attributes ?? {}).map(
    ([name, attribute]) =>
      Buffer.byteLength(name) +
      Buffer.byteLength(attribute.DataType) +
      Buffer.byteLength(attribute.StringValue ?? "") +
      Buffer.from(attribute.BinaryValue ?? "", "base64").length,
  );
  return attributes.reduce((sum, bytes) => sum + bytes, Buffer.byteLength(message.body));
}

function checkContents(body: string): void {
  if (FORBIDDEN_CHARACTERS.test(body))
    throw new SqsRefusal(
      "InvalidMessageContents",
      "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | " +
        "#x10000 to #x10FFFF.",
    );
}

function checkDelay(delaySeconds: number | undefined): void {
  if (delaySeconds !== undefined && !(delaySeconds >= 0 && delaySeconds <= 900))
    throw invalidValue(delaySeconds, "DelaySeconds", "DelaySeconds must be >= 0 and <= 900.");
}

function checkAttributes(attributes: MessageAttributes): void {
  const entries = Object.entries(attributes);
  if (entries.length > MAX_ATTRIBUTES)
    throw invalidValue(
      entries.length,
      "MessageAttributes",
      "Number of message attributes exceeds the allowed maximum.",
    );
  for (const [name, attribute] of entries) {
    if (!attribute.DataType) throw missingParameter(`MessageAttributes.${name}.DataType`);
    if (!attribute.StringValue && !attribute.BinaryValue)
      throw new SqsRefusal(
        "InvalidParameterValue",
        `The message attribute '${name}' must contain a non-empty message attribute value.`,
      );
  }
}
