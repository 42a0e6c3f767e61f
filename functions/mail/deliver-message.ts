import { sourceOf } from "../budgets/rules/source.ts";
import { countSpent } from "../costs/count-spent.ts";
import { type Instant, secondsAfter } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { Key } from "../platform/items.ts";
import { log } from "../platform/log.ts";
import type { ProviderAnswer } from "../platform/ses.ts";
import type { Write } from "../platform/writes.ts";
import { handOver } from "./hand-over.ts";
import { type MadeOf, prepareMessages } from "./prepare-messages.ts";
import { type AfterAnswer, afterAnswer } from "./rules/after-answer.ts";
import type { Message } from "./rules/message.ts";
import { LEASE_SECONDS, nextForMessage } from "./rules/next-for-message.ts";
import { settleByOutcome } from "./settle-by-outcome.ts";
import { claimWrite, readMessage, settledWrite, stillDueWrite } from "./store.ts";

/** Claims a due transactional message, checks at the last moment that it may go, hands it to SES once, and records what became of it. */
export async function deliverMessage(key: Key, now: () => Instant): Promise<void> {
  const message = await readMessage(key);
  if (!message) return;
  const next = nextForMessage(message, now());
  if (next.do === "nothing") return;
  // Its worker is gone, but SES may have told of it meanwhile.
  if (message.state === "claimed" && (await settleByOutcome([message])).length === 0) return;
  if (next.do === "give-up") return settle(message, { state: "unknown", failure: "worker-lost" });
  const leaseUntil = secondsAfter(now(), LEASE_SECONDS);
  if (!(await wrote(claimWrite(message, next.attempt, leaseUntil)))) return;
  await send({ ...message, state: "claimed", attempt: next.attempt, leaseUntil }, now);
}

async function send(message: Message, now: () => Instant): Promise<void> {
  const [prepared] = await prepareMessages([message], now());
  if (!prepared) return;
  if (prepared.do === "settle") return settle(message, prepared.change);
  if (prepared.do === "defer") return void (await wrote(stillDueWrite(message, notTried(message), prepared.dueAt)));
  const [answer = NO_ANSWER] = await handOver([prepared.mail]);
  const outcome = afterAnswer(message, answer, now());
  await record(message, outcome, prepared.made);
  if (answer.answer === "accepted" || answer.answer === "unknown")
    await countSpent("transactional", [sourceOf(message.cause, message.template)], now());
}

const NO_ANSWER: ProviderAnswer = { answer: "unknown", code: "no-answer" };

function notTried({ attempt }: Message): Partial<Message> {
  return { state: "queued", attempt: attempt - 1 };
}

async function record(message: Message, outcome: AfterAnswer, made: MadeOf): Promise<void> {
  if (outcome.state === "claimed") return void (await wrote(stillDueWrite(message, outcome, outcome.leaseUntil)));
  if (outcome.state !== "queued") return settle(message, { ...outcome, ...made });
  const { dueAt, ...change } = outcome;
  await wrote(stillDueWrite(message, change, dueAt));
}

async function settle(message: Message, change: Partial<Message>): Promise<void> {
  if (change.state !== "submitted") {
    const { state, skipReason, failure } = change;
    log.info("message not sent", { messageId: message.id, state, skipReason, failure });
  }
  await wrote(settledWrite(message, change));
  // SES may have told of it before it was given up.
  if (change.state === "unknown") await settleByOutcome([{ ...message, ...change }]);
}

/** An event from SES may have settled the message first; then its word stands. */
async function wrote(write: Write): Promise<boolean> {
  return (await commit([write])).ok;
}
