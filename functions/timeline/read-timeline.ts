import type { Decision } from "../journeys/rules/advance.ts";
import { listMessagesOf } from "../mail/list-messages-of.ts";
import type { Message } from "../mail/rules/message.ts";
import type { Instant } from "../platform/clock.ts";
import type { Event } from "../platform/events.ts";
import type { Item } from "../platform/items.ts";
import { newestFirst, type TimelineEntry } from "./rules/timeline-entry.ts";
import { rowsBefore } from "./store.ts";

export interface TimelinePage {
  entries: TimelineEntry[];
  /** The instant before which the next page begins. */
  next?: Instant;
}

/** Sorts after every instant. */
const END_OF_TIME = "9999";

/** More rows than one transaction writes about one contact at one instant. */
const SAME_INSTANT = 25;

/** Everything that happened to a contact or was decided about it, newest first, from before an instant. */
export async function readTimeline(
  contactId: string,
  limit: number,
  before: Instant = END_OF_TIME,
): Promise<TimelinePage> {
  const most = limit + SAME_INSTANT;
  const [events, decisions, consents, messages] = await Promise.all([
    rowsBefore(contactId, "event#", before, most),
    rowsBefore(contactId, "decision#", before, most),
    rowsBefore(contactId, "consent#", before, most),
    listMessagesOf(contactId),
  ]);
  return pageOf(
    newestFirst([
      ...events.map(eventEntry),
      ...decisions.map(decisionEntry),
      ...consents.map(consentEntry),
      ...messages.map(messageEntry).filter(({ at }) => at < before),
    ]),
    limit,
  );
}

/** What was decided about a contact and why, newest first. */
export async function readDecisions(
  contactId: string,
  limit: number,
  before: Instant = END_OF_TIME,
): Promise<TimelinePage> {
  const rows = await rowsBefore(contactId, "decision#", before, limit + SAME_INSTANT);
  return pageOf(rows.map(decisionEntry), limit);
}

/** A page never ends between two entries of one instant: one transaction writes several, and the next page begins before it. */
function pageOf(all: TimelineEntry[], limit: number): TimelinePage {
  const last = all[limit - 1];
  const rest = last ? all.findIndex(({ at }) => at < last.at) : -1;
  return last && rest >= 0 ? { entries: all.slice(0, rest), next: last.at } : { entries: all };
}

function eventEntry(row: Item): TimelineEntry {
  const { id, at, type, data } = row as unknown as Event;
  return { kind: "event", id, at, type, data };
}

function decisionEntry(row: Item): TimelineEntry {
  const { id, at, journey, step, decided, because, until } = row as unknown as Decision & {
    id: string;
    at: Instant;
    journey: string;
  };
  return { kind: "decision", id, at, journey, decision: { step, decided, because, ...(until ? { until } : {}) } };
}

function consentEntry(row: Item): TimelineEntry {
  const { sk, at, act, method, text } = row as unknown as Record<string, string>;
  return {
    kind: "consent",
    id: sk ?? "",
    at: at ?? "",
    act: act ?? "",
    method: method ?? "",
    ...(text ? { text } : {}),
  };
}

function messageEntry(row: Message): TimelineEntry {
  const {
    pk,
    sk,
    queue,
    dueShard,
    dueAt,
    listKey,
    listAt,
    variables,
    link,
    targets,
    leaseUntil,
    contactId,
    ...message
  } = row as Item & Message;
  return { kind: "message", id: message.id, at: message.queuedAt, message };
}
