import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Key } from "./items.ts";
import { quiet } from "./quiet-client.ts";
import { type SettingName, setting } from "./settings.ts";
import type { PacedQueue, QueueName } from "./work-rows.ts";

const QUEUE_SETTINGS: Record<QueueName, SettingName> = {
  reactions: "REACTIONS_QUEUE_URL",
  transactional: "TRANSACTIONAL_QUEUE_URL",
  marketing: "MARKETING_QUEUE_URL",
};

const sqs = quiet(new SQSClient({ useQueueUrlAsEndpoint: false }));

/** One row that a worker should look at; the row, not this note, says what is to be done. */
export interface WorkNote extends Key {
  queue: QueueName;
}

/** The note that wakes a paced queue's sender; which rows are due it reads itself. */
export function hintOf(queue: PacedQueue): WorkNote {
  return { queue, pk: `lane#${queue}`, sk: "hint" };
}

/** Tells the workers about rows that are due, now or in some seconds; returns the notes that could not be handed over. */
export async function sendWork(notes: WorkNote[], DelaySeconds = 0): Promise<WorkNote[]> {
  const failed: WorkNote[] = [];
  for (const [queue, own] of Map.groupBy(notes, (note) => note.queue)) {
    // SQS takes at most ten messages in one call.
    for (let from = 0; from < own.length; from += 10)
      failed.push(...(await sendTen(queue, own.slice(from, from + 10), DelaySeconds)));
  }
  return failed;
}

async function sendTen(queue: QueueName, notes: WorkNote[], DelaySeconds: number): Promise<WorkNote[]> {
  const bodies = notes.map(({ pk, sk }) => JSON.stringify({ pk, sk }));
  const Entries = bodies.map((MessageBody, at) => ({ Id: String(at), MessageBody, DelaySeconds }));
  const command = new SendMessageBatchCommand({ QueueUrl: setting(QUEUE_SETTINGS[queue]), Entries });
  const { Failed = [] } = await sqs.send(command);
  return Failed.map(({ Id }) => notes[Number(Id)]).filter((note) => note !== undefined);
}
