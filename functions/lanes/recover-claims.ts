import type { Message } from "../mail/rules/message.ts";
import { settleByOutcome } from "../mail/settle-by-outcome.ts";
import { findMessages, settledWrite } from "../mail/store.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { log } from "../platform/log.ts";
import type { PacedQueue } from "../platform/work-rows.ts";
import { type Claim, namesIn } from "./rules/claim.ts";
import { readClaims } from "./store.ts";

/** The claims whose calls may still be under way, in the hands of a sender that has lost the lane or died. */
export type OpenClaims = Claim[];

/**
 * Looks after the messages that a lost sender had claimed. Whether SES got them cannot be known: what SES has told of is
 * settled by that, everything else is parked as unknown and never sent blind.
 */
export async function recoverClaims(queue: PacedQueue, now: Instant): Promise<OpenClaims> {
  const claims = (await readClaims(queue)).filter(({ messages }) => messages.length > 0);
  const over = claims.filter(({ overAt }) => overAt <= now);
  const claimed = (await findMessages(over.flatMap(namesIn))).filter(({ state }) => state === "queued");
  const untold = await settleByOutcome(claimed);
  await Promise.all(untold.map(park));
  if (untold.length > 0)
    log.warn("what a lost sender had claimed is parked as unknown", { queue, count: untold.length });
  return claims.filter(({ overAt }) => overAt > now);
}

async function park(message: Message): Promise<void> {
  const change = { state: "unknown", failure: "sender-lost", attempt: message.attempt + 1 } as const;
  if (!(await commit([settledWrite(message, change)])).ok) return;
  // SES may have told of it in this moment.
  await settleByOutcome([{ ...message, ...change }]);
}
