import { countSubmitted } from "../budgets/count-submitted.ts";
import { sourceOf } from "../budgets/rules/source.ts";
import { countSpent } from "../costs/count-spent.ts";
import type { Handed } from "../mail/hand-over.ts";
import type { Message } from "../mail/rules/message.ts";
import { settleByOutcome } from "../mail/settle-by-outcome.ts";
import { settledItem, stillDueWrite } from "../mail/store.ts";
import { type Instant, secondsAfter } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { putItems } from "../platform/put-items.ts";
import type { PacedQueue } from "../platform/work-rows.ts";
import { afterAnswer } from "./rules/after-answer.ts";
import type { Ready } from "./rules/call-batches.ts";
import { LANE_POLICIES } from "./rules/lane-policy.ts";

/** SES's report of a mail whose answer was lost comes within seconds: so long it is waited for before trying once more. */
const AGAIN_SECONDS = 30;

/** Records what SES's answers make of the messages of a call, and counts what it took. */
export async function recordAnswers(queue: PacedQueue, handed: Handed<Ready>[], at: Instant): Promise<void> {
  const after = handed.map(({ ready, answer }) => ({
    message: ready.message,
    ...afterAnswer(ready, answer, LANE_POLICIES[queue], at),
  }));
  const settled = after.flatMap((each) => (each.do === "settle" ? [each] : []));
  const again = after.flatMap((each) => (each.do === "again" ? [each] : []));
  await Promise.all([
    putItems(settled.map(({ message, change }) => settledItem(message, change, at))),
    countSubmitted(taken(handed, "accepted"), at),
    // SES bills what it took, also where its answer was lost.
    countSpent(queue, taken(handed, "accepted", "unknown").map(sourceOf), at),
    ...again.map(({ message, change }) => commit([stillDueWrite(message, change, secondsAfter(at, AGAIN_SECONDS))])),
  ]);
  const lost = settled.filter(({ change }) => change.state === "unknown");
  // SES may have told of them while their answer was lost.
  await settleByOutcome(
    lost.map(({ message, change }) => ({ ...message, ...change })),
    at,
  );
}

function taken(handed: Handed<Ready>[], ...answers: Handed<Ready>["answer"]["answer"][]): Message[] {
  return handed.flatMap(({ ready, answer }) => (answers.includes(answer.answer) ? [ready.message] : []));
}
