import { deliverMessage } from "./mail/deliver-message.ts";
import { now } from "./platform/clock.ts";
import type { Key } from "./platform/items.ts";
import { queueWorker } from "./platform/queue-worker.ts";

/** The marketing lane: hands each due message to SES once. */
export const handler = queueWorker((note) => deliverMessage(note as Key, now));
