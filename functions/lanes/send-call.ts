import { countSubmitted } from "../budgets/count-submitted.ts";
import { sourceOf } from "../budgets/rules/source.ts";
import { countSpent } from "../costs/count-spent.ts";
import { handOver } from "../mail/hand-over.ts";
import type { Message, MessageState } from "../mail/rules/message.ts";
import { settleByOutcome } from "../mail/settle-by-outcome.ts";
import { settledItem } from "../mail/store.ts";
import { type Instant, secondsAfter } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { putItems } from "../platform/put-items.ts";
import { type ProviderAnswer, SES_CALL_SECONDS } from "../platform/ses.ts";
import type { PacedQueue } from "../platform/work-rows.ts";
import { afterMarketingAnswer } from "./rules/after-marketing-answer.ts";
import type { Ready } from "./rules/call-batches.ts";
import { claimOf } from "./rules/claim.ts";
import { LANE_LEASE_SECONDS } from "./rules/lane.ts";
import { claimWrite, holdLaneWrite } from "./store.ts";

/** A call must be over, answered and recorded so long after its claim; later nobody waits for it. */
const OVER_SECONDS = SES_CALL_SECONDS + 8;

/** Whose call it is, and which of those that may be under way at once. */
export interface CallNumber {
  queue: PacedQueue;
  fence: number;
  number: number;
}

/** Claims messages for one call; false when another sender has the lane. Without messages, nothing is claimed any more. */
export async function makeClaim({ queue, fence, number }: CallNumber, messages: Message[], now: Instant) {
  const held = holdLaneWrite(queue, fence, secondsAfter(now, LANE_LEASE_SECONDS));
  const claim = claimOf(number, fence, secondsAfter(now, OVER_SECONDS), messages);
  return (await commit([held, claimWrite(queue, claim)])).ok;
}

/** What became of one call: how many it carried, and which messages SES was too busy for. */
export interface CallMade {
  busy: Ready[];
  /** SES's word for why it was busy. */
  code?: string;
}

/** Hands claimed messages to SES and records what became of each; those SES was too busy for stay queued. */
export async function makeCall(batch: Ready[], now: () => Instant): Promise<CallMade> {
  const answers = await handOver(batch.map(({ mail }) => mail));
  const answered = batch.map((ready, at) => ({ ready, answer: answers[at] ?? NO_ANSWER }));
  const at = now();
  const changes = answered.flatMap(({ ready, answer }) => {
    const change = afterMarketingAnswer(ready, answer, at);
    return change ? [{ message: ready.message, change }] : [];
  });
  await Promise.all([
    putItems(changes.map(({ message, change }) => settledItem(message, change))),
    countSubmitted(changes.flatMap(sourceIf("submitted")), at),
    // SES bills what it took, also where its answer was lost.
    countSpent("marketing", changes.flatMap(sourceIf("submitted", "unknown")), at),
  ]);
  const lost = changes.filter(({ change }) => change.state === "unknown");
  // SES may have told of them while their answer was lost.
  await settleByOutcome(lost.map(({ message, change }) => ({ ...message, ...change })));
  const busy = answered.filter(({ answer }) => answer.answer === "busy");
  const code = busy[0]?.answer.answer === "busy" ? busy[0].answer.code : undefined;
  return { busy: busy.map(({ ready }) => ready), ...(code ? { code } : {}) };
}

function sourceIf(...states: MessageState[]) {
  return ({ message: { cause, template }, change: { state } }: { message: Message; change: Partial<Message> }) =>
    state && states.includes(state) ? [sourceOf(cause, template)] : [];
}

const NO_ANSWER: ProviderAnswer = { answer: "unknown", code: "no-answer" };
