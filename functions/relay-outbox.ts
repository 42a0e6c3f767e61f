import { relayChangedRows } from "./outbox/relay-changed-rows.ts";
import { now } from "./platform/clock.ts";
import { streamWorker } from "./platform/stream-worker.ts";

/** Stream of the main table → queues: what was just written as due is forwarded at once. */
export const handler = streamWorker((changes) => relayChangedRows(changes, now()));
