import { runLane } from "../../../../functions/lanes/run-lane.ts";
import type { PacedQueue } from "../../../../functions/platform/work-rows.ts";

/** One sender at work in real time, on a clock that is so much later than the real one. */
export async function sendNow(queue: PacedQueue, laterMs = 0): Promise<void> {
  await runLane(queue, {
    now: () => new Date(Date.now() + laterMs).toISOString(),
    paceMs: () => performance.now(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds))),
    remainingMs: () => 1e9,
  });
}

// By itself it is a sender that can be killed.
if (import.meta.main) await sendNow(process.argv[2] as PacedQueue, Number(process.argv[3] ?? 0));
