import { now } from "./platform/clock.ts";
import type { Key } from "./platform/items.ts";
import { queueWorker } from "./platform/queue-worker.ts";
import { doWork } from "./reactions/do-work.ts";

/** Queue of due rows → what follows from them: mails, points, journeys, tiers. */
export const handler = queueWorker((row) => doWork(row as Key, now()));
