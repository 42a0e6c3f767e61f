import type { Decision } from "../../journeys/rules/advance.ts";
import type { Message } from "../../mail/rules/message.ts";
import type { Instant } from "../../platform/clock.ts";
import type { Event } from "../../platform/events.ts";

/** What a contact's timeline shows in one row, told apart by `kind`. */
export type TimelineEntry =
  | { kind: "event"; id: string; at: Instant; type: Event["type"]; data: Event["data"] }
  | { kind: "message"; id: string; at: Instant; message: MessageFacts }
  | { kind: "decision"; id: string; at: Instant; journey: string; decision: Decision }
  | { kind: "consent"; id: string; at: Instant; act: string; method: string; text?: string };

/** A message as staff and integrators see it: its fate, never its links. */
export type MessageFacts = Omit<Message, "variables" | "link" | "targets" | "leaseUntil" | "contactId">;

/** The newest first; of the same instant, in a stable order. */
export function newestFirst(entries: TimelineEntry[]): TimelineEntry[] {
  return entries.toSorted((a, b) => compare(b.at, a.at) || compare(b.id, a.id));
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
