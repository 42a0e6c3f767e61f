import { handOver } from "../mail/hand-over.ts";
import type { Message } from "../mail/rules/message.ts";
import { type Instant, secondsAfter } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { PacedQueue } from "../platform/work-rows.ts";
import { recordAnswers } from "./record-answers.ts";
import type { Ready } from "./rules/call-batches.ts";
import { CALL_OVER_SECONDS, claimOf } from "./rules/claim.ts";
import { LANE_POLICIES } from "./rules/lane-policy.ts";
import { claimWrite, holdLaneWrite } from "./store.ts";

/** Whose call it is, and which of those that may be under way at once. */
export interface CallNumber {
  queue: PacedQueue;
  fence: number;
  number: number;
}

/** Claims messages for one call; false when another sender has the lane. Without messages, nothing is claimed any more. */
export async function makeClaim({ queue, fence, number }: CallNumber, messages: Message[], now: Instant) {
  const held = holdLaneWrite(queue, fence, secondsAfter(now, LANE_POLICIES[queue].leaseSeconds));
  const claim = claimOf(number, fence, secondsAfter(now, CALL_OVER_SECONDS), messages);
  return (await commit([held, claimWrite(queue, claim)])).ok;
}

/** What became of one call: which messages SES was too busy for. */
export interface CallMade {
  busy: Ready[];
  /** SES's word for why it was busy. */
  code?: string;
}

/** Hands claimed messages to SES and records what became of each; those SES was too busy for stay queued. */
export async function makeCall(queue: PacedQueue, batch: Ready[], now: () => Instant): Promise<CallMade> {
  const handed = await handOver(batch);
  await recordAnswers(queue, handed, now());
  const busy = handed.flatMap(({ ready, answer }) => (answer.answer === "busy" ? [{ ready, code: answer.code }] : []));
  return { busy: busy.map(({ ready }) => ready), ...(busy[0] ? { code: busy[0].code } : {}) };
}
