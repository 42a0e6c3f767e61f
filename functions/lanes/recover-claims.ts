import type { Message } from "../mail/rules/message.ts";
import { settleByOutcome } from "../mail/settle-by-outcome.ts";
import { findMessages, settledWrite, stillDueWrite } from "../mail/store.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { log } from "../platform/log.ts";
import type { PacedQueue } from "../platform/work-rows.ts";
import { afterAnswer } from "./rules/after-answer.ts";
import { type Claim, isInHand, namesIn } from "./rules/claim.ts";
import { LANE_POLICIES } from "./rules/lane-policy.ts";
import { readClaims } from "./store.ts";

/** The claims whose calls may still be under way, in the hands of a sender that has lost the lane or died. */
export type OpenClaims = Claim[];

/**
 * Looks after the messages that a lost sender had claimed. Whether SES got them cannot be known: what SES has told of is
 * settled by that, everything else fares as after a lost answer.
 */
export async function recoverClaims(queue: PacedQueue, now: Instant): Promise<OpenClaims> {
  const claims = (await readClaims(queue)).filter(({ messages }) => messages.length > 0);
  const over = claims.filter(({ overAt }) => overAt <= now);
  const inHand = (await findMessages(namesIn(over))).filter((message) => isInHand(message, over));
  const untold = await settleByOutcome(inHand, now);
  await Promise.all(untold.map((message) => takeBack(queue, message, now)));
  if (untold.length > 0) log.warn("a lost sender had claimed messages", { queue, count: untold.length });
  return claims.filter(({ overAt }) => overAt > now);
}

async function takeBack(queue: PacedQueue, message: Message, now: Instant): Promise<void> {
  const after = afterAnswer({ message }, { answer: "unknown", code: "sender-lost" }, LANE_POLICIES[queue], now);
  // Its call was over long ago, and SES has told nothing of it: it need not wait longer.
  if (after.do === "again") await commit([stillDueWrite(message, after.change, now)]);
  if (after.do === "settle") await park(message, after.change, now);
}

async function park(message: Message, change: Partial<Message>, now: Instant): Promise<void> {
  if (!(await commit([settledWrite(message, change, now)])).ok) return;
  // SES may have told of it in this moment.
  await settleByOutcome([{ ...message, ...change }], now);
}
