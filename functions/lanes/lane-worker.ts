import { now } from "../platform/clock.ts";
import { hintWorker } from "../platform/queue-worker.ts";
import type { PacedQueue } from "../platform/work-rows.ts";
import { runLane } from "./run-lane.ts";

/** The worker of a lane: one paced sender at a time hands what is due to SES. */
export function laneWorker(queue: PacedQueue) {
  return hintWorker(({ remainingMs }) =>
    runLane(queue, {
      now,
      paceMs: () => performance.now(),
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds))),
      remainingMs,
    }),
  );
}
