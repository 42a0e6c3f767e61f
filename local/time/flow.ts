import type { Clock } from "../clock.ts";
import type { DueSource } from "../due-source.ts";

const LOOK_EVERY_MS = 200;

/** Runs what falls due while time flows by itself; returns how to stop. */
export function letTimeFlow(clock: Clock, sources: () => DueSource[]): () => void {
  let busy = false;
  const look = async () => {
    // A wound clock is the winder's business alone.
    if (busy || clock.frozen()) return;
    busy = true;
    try {
      for (const source of sources()) await runWhenDue(source, clock);
    } catch (cause) {
      process.stderr.write(`Something that was due failed: ${(cause as Error).stack}\n`);
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

async function runWhenDue(source: DueSource, clock: Clock): Promise<void> {
  const at = await source.nextDueAt();
  if (at !== undefined && at <= clock.now() && !clock.frozen()) await source.runDue(clock.now());
}
