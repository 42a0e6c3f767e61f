import type { Instant } from "../../platform/clock.ts";
import type { Passage } from "./enrollment.ts";
import type { Journey, Step } from "./journey.ts";
import { type Surroundings, waitUntil } from "./wait-until.ts";

/** What moves a contact on: the enrollment itself, the clock, or something the contact did. */
export type Move = { kind: "enrolled" } | { kind: "time" } | { kind: "event"; type: string; at: Instant };

/** What is to be done in the world because of a step. */
export interface Effect {
  step: string;
  send: { template: string; offer?: string | undefined };
}

/** One line of the record that answers "why did this person get, or not get, this mail?". */
export interface Decision {
  step: string;
  decided: "send" | "wait" | "go-on" | "leave" | "finish";
  because: string;
  until?: Instant;
}

export interface Advance {
  passage: Passage;
  effects: Effect[];
  decisions: Decision[];
}

/** Moves one contact through a journey as far as it goes now. Pure: definition, place, cause, instant and surroundings are handed in. */
export function advance(
  journey: Journey,
  passage: Passage | undefined,
  move: Move,
  now: Instant,
  around: Surroundings,
): Advance {
  if (!passage) return walk(journey, 0, now, around, []);
  if (passage.status !== "active") return still(passage);
  const step = journey.steps[passage.step];
  const exit = move.kind === "event" ? journey.exits.find(({ event }) => event === move.type) : undefined;
  if (exit) return leave(step, exit, now);
  const goesOn = reasonToGoOn(passage, move, now);
  if (!goesOn) return still(passage);
  return walk(journey, passage.step + 1, now, around, [{ step: step?.id ?? "", decided: "go-on", because: goesOn }]);
}

function reasonToGoOn(passage: Passage & { status: "active" }, move: Move, now: Instant): string | undefined {
  if (move.kind === "time") return now >= passage.until ? "the wait is over" : undefined;
  // An event from before the wait began is an old one told again.
  const awaited = move.kind === "event" && move.type === passage.event && move.at >= passage.since;
  return awaited ? `${passage.event} happened` : undefined;
}

function walk(journey: Journey, from: number, now: Instant, around: Surroundings, decisions: Decision[]): Advance {
  const effects: Effect[] = [];
  for (let at = from; at < journey.steps.length; at++) {
    const step = journey.steps[at] as Step;
    if (!("send" in step)) return waitAt(step, at, { effects, decisions }, now, around);
    effects.push({ step: step.id, send: step.send });
    decisions.push({ step: step.id, decided: "send", because: `step ${step.id} is reached` });
  }
  const last = journey.steps.at(-1)?.id ?? "";
  decisions.push({ step: last, decided: "finish", because: "the last step is done" });
  return { passage: { status: "finished", at: now }, effects, decisions };
}

function waitAt(
  step: Exclude<Step, { send: unknown }>,
  at: number,
  done: Omit<Advance, "passage">,
  now: Instant,
  around: Surroundings,
): Advance {
  const rule = "wait" in step ? step.wait : { for: step.waitFor.atMost, at: step.waitFor.at };
  const until = waitUntil(now, rule, around);
  const event = "waitFor" in step ? step.waitFor.event : undefined;
  const because = event ? `the journey waits for ${event}, until then at the latest` : "the journey says so";
  const passage: Passage = { status: "active", step: at, since: now, until, ...(event ? { event } : {}) };
  const decision: Decision = { step: step.id, decided: "wait", because, until };
  return { passage, effects: done.effects, decisions: [...done.decisions, decision] };
}

function leave(step: Step | undefined, { reason, goal }: Journey["exits"][number], now: Instant): Advance {
  const decision: Decision = { step: step?.id ?? "", decided: "leave", because: reason };
  const passage: Passage = { status: "left", at: now, reason, ...(goal ? { goal } : {}) };
  return { passage, effects: [], decisions: [decision] };
}

function still(passage: Passage): Advance {
  return { passage, effects: [], decisions: [] };
}
