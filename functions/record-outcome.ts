import { recordOutcome } from "./mail/record-outcome.ts";
import { readSesEvent } from "./mail/rules/read-ses-event.ts";
import { now } from "./platform/clock.ts";
import { queueWorker } from "./platform/queue-worker.ts";

/** What SES reports of our mail, through the topic and its queue (raw or in SNS's envelope). */
export const handler = queueWorker(async (body) => {
  const { Message } = body as { Message?: string };
  const outcome = readSesEvent(Message ? JSON.parse(Message) : body);
  if (outcome) await recordOutcome(outcome, now());
});
