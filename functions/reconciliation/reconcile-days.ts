import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { log } from "../platform/log.ts";
import { readPage } from "./read-page.ts";
import type { DayCount } from "./rules/day-count.ts";
import { firstProgress, lastCompleteDay, nextDay, type Progress, pageRead, partsOf } from "./rules/progress.ts";
import { progressWrite, readProgress, reportWrite } from "./store.ts";

/** What a page and its commit may take. */
const SPARE_MS = 20_000;

/** How far a run has come is kept after so many messages: a small day costs one write, a large one loses little to a crash. */
const MESSAGES_KEPT = 2000;

/**
 * Compares our books with SES's events for every day that is complete and not compared yet, and writes a report for each.
 * A run that dies or runs out of time is carried on by the next one; of two at once the slower one stops.
 */
export async function reconcileDays(now: Instant, time: { remainingMs(): number }): Promise<void> {
  let progress: Progress | undefined = (await readProgress()) ?? firstProgress(now);
  while (progress && progress.day <= lastCompleteDay(now) && time.remainingMs() > SPARE_MS) {
    progress = await step(progress, now);
  }
}

/** Reads on, and keeps how far that came; undefined when another run has come on meanwhile. */
async function step(before: Progress, now: Instant): Promise<Progress | undefined> {
  const parts = partsOf(before.day);
  let progress = before;
  for (let read = 0; read < MESSAGES_KEPT; ) {
    const part = parts[progress.part];
    if (!part) return finish(progress, before, now);
    const page = await readPage(part, progress);
    read += page.size;
    progress = pageRead(progress, page.count, page.next);
  }
  return keep(progress, before);
}

async function keep(progress: Progress, before: Progress): Promise<Progress | undefined> {
  const kept = progressWrite(progress, before);
  return (await commit([kept])).ok ? { ...progress, revision: before.revision + 1 } : undefined;
}

async function finish(done: Progress, before: Progress, now: Instant): Promise<Progress | undefined> {
  const { day, count } = done;
  const begun = done.begun || hasMail(count);
  const next = { ...nextDay(done), begun };
  // Told before it is written: a run that dies in between tells it again, and nobody misses it.
  if (count.found > 0)
    log.error("our books and SES's events differ", { alarm: "books-differ", day, found: count.found });
  const report = begun ? [reportWrite({ day, comparedAt: now, ...count })] : [];
  const written = await commit([...report, progressWrite(next, before)]);
  return written.ok ? { ...next, revision: before.revision + 1 } : undefined;
}

function hasMail({ lanes, found }: DayCount): boolean {
  return found > 0 || Object.values(lanes).some(({ intended }) => intended > 0);
}
