import { refusalToMail } from "../contacts/rules/may-mail.ts";
import { readContact, readSuppression } from "../contacts/store.ts";
import { type Instant, secondsAfter } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { Key } from "../platform/items.ts";
import { log } from "../platform/log.ts";
import { sendEmail } from "../platform/mailer.ts";
import type { Write } from "../platform/writes.ts";
import { composeMessage } from "./compose-message.ts";
import { afterAnswer } from "./rules/after-answer.ts";
import type { Message } from "./rules/message.ts";
import { LEASE_SECONDS, nextForMessage } from "./rules/next-for-message.ts";
import { claimWrite, readMessage, settledWrite, stillDueWrite } from "./store.ts";

/** Claims a due message, checks at the last moment that it may go, hands it to SES once, and records what became of it. */
export async function deliverMessage(key: Key, now: () => Instant): Promise<void> {
  const message = await readMessage(key);
  if (!message) return;
  const next = nextForMessage(message, now());
  if (next.do === "nothing") return;
  if (next.do === "give-up") return settle(message, { state: "unknown", failure: "worker-lost" });
  const leaseUntil = secondsAfter(now(), LEASE_SECONDS);
  if (!(await wrote(claimWrite(message, next.attempt, leaseUntil)))) return;
  await send({ ...message, state: "claimed", attempt: next.attempt, leaseUntil }, now);
}

async function send(message: Message, now: () => Instant): Promise<void> {
  const contact = await readContact(message.contactId);
  const suppression = contact && (await readSuppression(contact.email));
  const refusal = refusalToMail(message.kind, contact, suppression);
  if (refusal || !contact) return settle(message, { state: "skipped", skipReason: refusal ?? "erased" });
  const composed = await composeMessage(message, contact, now());
  if (!composed.ok) return settle(message, unsendable(composed.reason, composed.skip));
  const outcome = afterAnswer(message, await sendEmail(composed.mail), now());
  await record(message, outcome, composed.version);
}

function unsendable(reason: string, skip: boolean): Partial<Message> {
  return skip ? { state: "skipped", skipReason: reason } : { state: "failed", failure: reason };
}

async function record(
  message: Message,
  outcome: ReturnType<typeof afterAnswer>,
  templateVersion: number,
): Promise<void> {
  if (outcome.state === "claimed") return void (await wrote(stillDueWrite(message, outcome, outcome.leaseUntil)));
  if (outcome.state !== "queued") return settle(message, { ...outcome, templateVersion });
  const { dueAt, ...change } = outcome;
  await wrote(stillDueWrite(message, change, dueAt));
}

async function settle(message: Message, change: Partial<Message>): Promise<void> {
  if (change.state !== "submitted") {
    const { state, skipReason, failure } = change;
    log.info("message not sent", { messageId: message.id, state, skipReason, failure });
  }
  await wrote(settledWrite(message, change));
}

/** An event from SES may have settled the message first; then its word stands. */
async function wrote(write: Write): Promise<boolean> {
  return (await commit([write])).ok;
}
