import { type Instant, now, secondsAfter } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { Key } from "../platform/items.ts";
import { queueWorker } from "../platform/queue-worker.ts";
import { setting } from "../platform/settings.ts";
import { postponeWrite, readDueRow } from "./store.ts";

const LOOK_AGAIN_SECONDS = 24 * 60 * 60;

/** The worker of a queue of due rows. A row whose work keeps failing is looked at again a day later, not every minute. */
export function dueRowWorker(work: (row: Key) => Promise<unknown>) {
  return queueWorker(async (note, receives) => {
    const row = note as Key;
    // After this receive the queue lays a note that failed with the dead letters.
    const lastReceive = Number(setting("RECEIVES_BEFORE_DEAD"));
    try {
      await work(row);
    } catch (error) {
      if (receives >= lastReceive) await postpone(row, secondsAfter(now(), LOOK_AGAIN_SECONDS));
      throw error;
    }
  });
}

async function postpone(key: Key, dueAt: Instant): Promise<void> {
  const row = await readDueRow(key);
  if (row?.queue) await commit([postponeWrite(row, dueAt)]);
}
