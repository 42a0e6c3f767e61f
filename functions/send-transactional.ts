import { deliverMessage } from "./mail/deliver-message.ts";
import { dueRowWorker } from "./outbox/due-row-worker.ts";
import { now } from "./platform/clock.ts";

/** The transactional lane: hands each due message to SES once. */
export const handler = dueRowWorker((row) => deliverMessage(row, now));
