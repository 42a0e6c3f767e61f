import { dueRowWorker } from "./outbox/due-row-worker.ts";
import { now } from "./platform/clock.ts";
import { doWork } from "./reactions/do-work.ts";

/** Queue of due rows → what follows from them: mails, points, journeys, tiers. */
export const handler = dueRowWorker((row) => doWork(row, now()));
