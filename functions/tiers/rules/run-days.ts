import type { Instant } from "../../platform/clock.ts";

/** Tiers are reviewed at 03:00 UTC: night in Europe, and the mail that follows waits for a decent hour anyway. */
const RUN_HOUR = 3;
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

const instant = (run: number): Instant => new Date(run * DAY + RUN_HOUR * HOUR).toISOString();
const runs = (at: Instant): number => (Date.parse(at) - RUN_HOUR * HOUR) / DAY;

/** The last run at or before an instant. */
export function runUpTo(at: Instant): Instant {
  return instant(Math.floor(runs(at)));
}

/** The first run at or after an instant. */
export function runFrom(at: Instant): Instant {
  return instant(Math.ceil(runs(at)));
}

/** The first run after an instant. */
export function nextRun(at: Instant): Instant {
  return instant(Math.floor(runs(at)) + 1);
}
