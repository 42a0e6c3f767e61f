import { runLane } from "../../functions/lanes/run-lane.ts";

/** One sender at work, on a clock that is so much later than the real one. */
export async function sendNow(laterMs = 0): Promise<void> {
  await runLane("marketing", {
    now: () => new Date(Date.now() + laterMs).toISOString(),
    paceMs: () => performance.now(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds))),
    remainingMs: () => 1e9,
  });
}

// By itself it is a sender that can be killed.
if (import.meta.main) await sendNow();
