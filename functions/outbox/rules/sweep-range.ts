import { type Instant, secondsAfter } from "../../platform/clock.ts";

/** How far the sweep has come. */
export interface SweepCursor {
  /** Everything due up to here has been forwarded at least once. */
  sweptTo: Instant;
  /** Nothing that is due earlier than this is still undone. */
  undoneFrom: Instant;
}

/** What one sweep looks at. A thorough one also looks again at all that was forwarded and is still undone. */
export interface SweepRange {
  from: Instant;
  thorough: boolean;
}

const THOROUGH_EVERY_MINUTES = 10;
const LOOK_BACK_SECONDS = 60 * 60;

/** A late or missed sweep heals by itself: the next one begins where the last one ended. */
export function sweepRange(cursor: SweepCursor | undefined, now: Instant): SweepRange {
  if (!cursor) return { from: secondsAfter(now, -LOOK_BACK_SECONDS), thorough: true };
  const thorough = new Date(now).getUTCMinutes() % THOROUGH_EVERY_MINUTES === 0;
  return { from: thorough ? cursor.undoneFrom : cursor.sweptTo, thorough };
}

/** The cursor after a sweep that found its earliest undone row due at `earliest`. */
export function cursorAfter(
  before: SweepCursor | undefined,
  range: SweepRange,
  earliest: Instant | undefined,
  now: Instant,
): SweepCursor {
  if (!range.thorough) return { sweptTo: now, undoneFrom: before?.undoneFrom ?? range.from };
  // Rows of a writer whose clock is a little behind may still appear in the last hour.
  const recent = secondsAfter(now, -LOOK_BACK_SECONDS);
  return { sweptTo: now, undoneFrom: earliest && earliest < recent ? earliest : recent };
}
