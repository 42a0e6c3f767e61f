import type { TimelineEntry } from "../../timeline/rules/timeline-entry.ts";
import type { TimelineItem } from "../routes/console-contacts.ts";

/** A row of the timeline in the one shape that the console lists. */
export function timelineItem(entry: TimelineEntry): TimelineItem {
  const { id, kind, at } = entry;
  return { id, kind, at, ...toldBy(entry) };
}

function toldBy(entry: TimelineEntry): Pick<TimelineItem, "type" | "state" | "data"> {
  switch (entry.kind) {
    case "event":
      return { type: entry.type, state: null, data: { ...entry.data } };
    case "message": {
      const { template, state, id: _, ...data } = entry.message;
      return { type: template, state, data };
    }
    case "decision": {
      const { decided, because, ...data } = entry.decision;
      return { type: decided, state: because, data: { journey: entry.journey, ...data } };
    }
    case "consent":
      return { type: entry.act, state: entry.method, data: entry.text ? { text: entry.text } : {} };
  }
}
