import type { Instant } from "../../platform/clock.ts";
import { readDecisions, readTimeline, type TimelinePage } from "../../timeline/read-timeline.ts";
import type { TimelineEntry } from "../../timeline/rules/timeline-entry.ts";

type Kind = TimelineEntry["kind"];

/** How many pages are read in search of one kind before the person is asked whether to go on. */
const MOST_PAGES = 5;

/** One page of a timeline, of one kind when that is asked for. */
export async function timelinePage(id: string, limit: number, before?: Instant, kind?: Kind): Promise<TimelinePage> {
  if (!kind) return readTimeline(id, limit, before);
  if (kind === "decision") return readDecisions(id, limit, before);
  const entries: TimelineEntry[] = [];
  let next = before;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await readTimeline(id, limit, next);
    entries.push(...page.entries.filter((entry) => entry.kind === kind));
    next = page.next;
    if (!next || entries.length >= limit) break;
  }
  return cut(entries, limit, next);
}

function cut(entries: TimelineEntry[], limit: number, next: Instant | undefined): TimelinePage {
  const shown = entries.slice(0, limit);
  const end = entries.length > limit ? shown.at(-1)?.at : next;
  return end ? { entries: shown, next: end } : { entries: shown };
}
