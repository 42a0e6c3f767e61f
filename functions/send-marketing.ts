import { runLane } from "./lanes/run-lane.ts";
import { now } from "./platform/clock.ts";
import { hintWorker } from "./platform/queue-worker.ts";

/** The marketing lane: one paced sender at a time hands what is due to SES. */
export const handler = hintWorker(({ remainingMs }) =>
  runLane("marketing", {
    now,
    paceMs: () => performance.now(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds))),
    remainingMs,
  }),
);
