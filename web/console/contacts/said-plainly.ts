import type { TimelineItem } from "../../api/schema.d.ts";
import type { IconName } from "../look/icon.tsx";
import type { TimelineSaid } from "./timeline-words.ts";

const iconByNoun: Record<string, IconName> = {
  trial: "gift",
  purchase: "cart",
  review: "star",
  points: "coin",
  friend: "people",
  referral: "people",
  tier: "stairs",
  mail: "mail",
  contact: "stop",
};

/** A row that names its email by the title people know it by. */
export function titled(item: TimelineItem, titleOf: (template: string) => string): TimelineItem {
  if (item.kind === "message") return { ...item, type: titleOf(item.type) };
  const { template } = item.data;
  return typeof template === "string" ? { ...item, data: { ...item.data, template: titleOf(template) } } : item;
}

/** One row of the timeline in plain words; an event nobody has written words for keeps its own name. */
export function saidPlainly(item: TimelineItem, words: TimelineSaid, language: string): string {
  if (item.kind === "message") {
    const decided = decidedState(item, words);
    if (decided) return words.message(item.type, decided, "");
    const state = item.state ?? "queued";
    const reason = item.data.skipReason ?? item.data.failure ?? "";
    const standing = [words.states[state] ?? state, ...readingSaid(item, words)].join(words.and);
    return words.message(item.type, standing, String(reason));
  }
  if (item.kind === "decision") return decisionSaid(item, words);
  if (item.kind === "consent") return consentSaid(item, words);
  const say = words.events[item.type];
  return say ? say(item.data, (minor, currency) => money(minor, currency, language)) : item.type;
}

/** A person's word on a lost answer stands until the mail service reports on the mail. */
function decidedState({ state, data }: TimelineItem, words: TimelineSaid): string | undefined {
  const isOpen = data.providerId === undefined && (state === "skipped" || state === "submitted");
  return isOpen && typeof data.decided === "string" ? words.decidedStates[data.decided] : undefined;
}

/** The most that a mail's reader did; what machines did is told only when nothing is known of a person. */
const READINGS = ["humanClickedAt", "humanOpenedAt", "machineClickedAt", "machineOpenedAt"] as const;

function readingSaid({ data }: TimelineItem, words: TimelineSaid): string[] {
  const reading = READINGS.find((fact) => data[fact] !== undefined);
  return reading ? [words.readings[reading]] : [];
}

function decisionSaid({ type, state, data }: TimelineItem, words: TimelineSaid): string {
  return words.decision(words.decisions[type] ?? type, state ?? "", String(data.journey ?? ""));
}

function consentSaid({ type, state }: TimelineItem, words: TimelineSaid): string {
  const method = state ?? "";
  return words.consent(words.acts[type] ?? type, words.methods[method] ?? method);
}

export function iconFor({ kind, type }: TimelineItem): IconName {
  if (kind === "message") return "send";
  if (kind === "decision") return "route";
  if (kind === "consent") return "check";
  return iconByNoun[type.split(".")[0] ?? ""] ?? "dot";
}

/** Minor units written as people write money; the currency knows how many decimals it has. */
function money(minor: unknown, currency: unknown, language: string): string {
  if (typeof minor !== "number" || typeof currency !== "string") return "?";
  const format = new Intl.NumberFormat(language, { style: "currency", currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** decimals);
}
