import type { Message } from "../../mail/rules/message.ts";
import type { Compared } from "./compare-message.ts";

/** The mails of one lane on one day: intended is the sum of where we hold them, submitted the sum of what SES said. */
export interface Tally {
  intended: number;
  submitted: number;
  failed: number;
  unknown: number;
  waiting: number;
  /** By reason. */
  skipped: Record<string, number>;
  delivered: number;
  bounced: number;
  complained: number;
  rejected: number;
  /** SES took it, and has told nothing since. */
  accepted: number;
  /** SES has told nothing at all. */
  silent: number;
  /** SES has told nothing, and a person took it as arrived. */
  byHand: number;
  /** Copies beyond the first that SES accepted of one message. */
  extraCopies: number;
}

export const NOTHING: Tally = {
  ...{ intended: 0, submitted: 0, failed: 0, unknown: 0, waiting: 0, skipped: {} },
  ...{ delivered: 0, bounced: 0, complained: 0, rejected: 0, accepted: 0, silent: 0, byHand: 0, extraCopies: 0 },
};

/** A tally with further messages. */
export function addTally(before: Tally, pairs: { message: Message; compared: Compared }[]): Tally {
  const tally = { ...before, skipped: { ...before.skipped } };
  for (const { message, compared } of pairs) {
    tally.intended += 1;
    tally.extraCopies += Math.max(0, compared.providerIds.length - 1);
    if (compared.held === "skipped") countReason(tally.skipped, message.skipReason);
    else tally[compared.held] += 1;
    if (compared.held === "submitted") tally[compared.reported ?? (compared.byHand ? "byHand" : "silent")] += 1;
  }
  return tally;
}

/** Reasons are words of ours, so there are few; should that ever change, the row must not grow without end. */
const MOST_REASONS = 20;

function countReason(skipped: Record<string, number>, reason = "other"): void {
  const isNew = skipped[reason] === undefined;
  const name = isNew && Object.keys(skipped).length >= MOST_REASONS ? "other" : reason;
  skipped[name] = (skipped[name] ?? 0) + 1;
}
