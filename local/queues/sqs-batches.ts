import type { MessageToSend, Queue } from "./queue.ts";
import type { Queues } from "./queues.ts";
import { type MessageInput, messageBytes, messageFrom } from "./sqs-message-input.ts";
import { changeVisibility, deleteMessage, sentAnswer } from "./sqs-operations.ts";
import { SqsRefusal } from "./sqs-refusal.ts";

export interface BatchInput<Entry> {
  Entries?: (Entry & { Id: string })[];
}

export interface BatchAnswer {
  Successful: { Id: string }[];
  Failed: { Id: string; SenderFault: boolean; Code: string; Message: string }[];
}

const MAX_ENTRIES = 10;
const MAX_BATCH_BYTES = 1_048_576;

/** Sends up to ten messages: what is wrong with one entry fails that entry, what is wrong with the batch all of it. */
export function sendMessageBatch(queues: Queues, queue: Queue, input: BatchInput<MessageInput>): BatchAnswer {
  const entries = checkedEntries(input, "SendMessageBatchRequestEntry");
  const bytes = entries.reduce((sum, entry) => sum + messageBytes(sized(entry)), 0);
  if (bytes > MAX_BATCH_BYTES)
    throw new SqsRefusal(
      "BatchRequestTooLong",
      `Batch requests cannot be longer than ${MAX_BATCH_BYTES} bytes. You have sent ${bytes} bytes.`,
    );
  const answer = answered(entries, (entry) => ({ message: messageFrom(queue, entry) }));
  const good = answer.Successful as { Id: string; message: MessageToSend }[];
  const sent = queues.sendAll(
    queue.name,
    good.map((entry) => entry.message),
  );
  return { ...answer, Successful: sent.map((message, at) => ({ Id: good[at]?.Id ?? "", ...sentAnswer(message) })) };
}

export function deleteMessageBatch(
  queues: Queues,
  queue: Queue,
  input: BatchInput<{ ReceiptHandle?: string }>,
): BatchAnswer {
  return answered(checkedEntries(input, "DeleteMessageBatchRequestEntry"), (entry) =>
    deleteMessage(queues, queue, entry),
  );
}

export function changeVisibilityBatch(
  queues: Queues,
  queue: Queue,
  input: BatchInput<{ ReceiptHandle?: string; VisibilityTimeout?: number }>,
): BatchAnswer {
  return answered(checkedEntries(input, "ChangeMessageVisibilityBatchRequestEntry"), (entry) =>
    changeVisibility(queues, queue, entry),
  );
}

function answered<Entry extends { Id: string }>(entries: Entry[], work: (entry: Entry) => object): BatchAnswer {
  const answer: BatchAnswer = { Successful: [], Failed: [] };
  for (const entry of entries) {
    try {
      answer.Successful.push({ Id: entry.Id, ...work(entry) });
    } catch (error) {
      if (!(error instanceof SqsRefusal)) throw error;
      answer.Failed.push({ Id: entry.Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return answer;
}

function checkedEntries<Entry>(input: BatchInput<Entry>, kind: string): (Entry & { Id: string })[] {
  const entries = input.Entries ?? [];
  if (entries.length === 0)
    throw new SqsRefusal("EmptyBatchRequest", `There should be at least one ${kind} in the request.`);
  if (entries.length > MAX_ENTRIES)
    throw new SqsRefusal(
      "TooManyEntriesInBatchRequest",
      `Maximum number of entries per request are ${MAX_ENTRIES}. You have sent ${entries.length}.`,
    );
  const seen = new Set<string>();
  for (const { Id } of entries) {
    if (!/^[A-Za-z0-9_-]{1,80}$/.test(Id ?? ""))
      throw new SqsRefusal(
        "InvalidBatchEntryId",
        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.",
      );
    if (seen.has(Id)) throw new SqsRefusal("BatchEntryIdsNotDistinct", `Id ${Id} repeated.`);
    seen.add(Id);
  }
  return entries;
}

function sized(entry: MessageInput): MessageToSend {
  return { body: entry.MessageBody ?? "", attributes: entry.MessageAttributes ?? {} };
}
