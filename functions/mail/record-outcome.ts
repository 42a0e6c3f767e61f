import { readContact, readSuppressionRecord } from "../contacts/store.ts";
import { suppressionWrites } from "../contacts/suppression-writes.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { log } from "../platform/log.ts";
import type { Write } from "../platform/writes.ts";
import type { Message } from "./rules/message.ts";
import { addOutcome, type MailOutcome } from "./rules/outcome-facts.ts";
import { suppressionFor } from "./rules/suppression-for.ts";
import { settleByOutcome } from "./settle-by-outcome.ts";
import { bounceMarkWrite, findMessage, outcomeWrite, readOutcome } from "./store.ts";
import { weighBounces } from "./weigh-bounces.ts";

const ATTEMPTS = 8;

/** Takes in what SES reports of a message, in any order and number; bounces and complaints may suppress the address. */
export async function recordOutcome(outcome: MailOutcome, now: Instant = outcome.at): Promise<void> {
  const { messageId, contactId } = outcome;
  const sent = await findMessage(contactId, messageId);
  if (!sent) return log.warn("an outcome names no message of ours", { messageId });
  if (outcome.kind === "not-rendered") tellOfRenderingFailure(sent, outcome);
  await recordFacts(outcome);
  if (outcome.facts.deliveredAt ?? outcome.facts.softBouncedAt) await weighBounces(contactId, now);
  // Read anew: its sender may have given it up while the report was on its way.
  const message = await findMessage(contactId, messageId);
  if (message && isOpen(message)) await settleByOutcome([message]);
}

/** What SES tried at publishing went wrong all the same: somebody has to look, before more of that mail is lost. */
function tellOfRenderingFailure({ id, template, templateVersion }: Message, { facts }: MailOutcome): void {
  const because = facts.rejectedBecause;
  log.error("SES could not fill a mail's template", { messageId: id, template, templateVersion, because });
}

/** Its sender waits for nothing but this report. A queued message is its sender's alone, who asks for reports itself. */
function isOpen({ state }: Message): boolean {
  return state === "claimed" || state === "unknown";
}

async function recordFacts(outcome: MailOutcome): Promise<void> {
  const name = { contactId: outcome.contactId, id: outcome.messageId };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const before = await readOutcome(name);
    const facts = addOutcome(before?.facts, outcome);
    const marks = outcome.facts.softBouncedAt ? [bounceMarkWrite(outcome.contactId)] : [];
    const news = facts === before?.facts ? [] : [outcomeWrite(name, facts, before), ...marks];
    const writes = [...news, ...(await suppressingWrites(outcome))];
    if (writes.length === 0 || (await commit(writes)).ok) return;
    // Another report came in or somebody suppressed the address since it was read: look again.
  }
  throw new Error(`The reports of message ${outcome.messageId} kept changing while one was recorded.`);
}

async function suppressingWrites(outcome: MailOutcome): Promise<Write[]> {
  const suppression = suppressionFor(outcome);
  const contact = suppression && (await readContact(outcome.contactId));
  if (!suppression || !contact) return [];
  const { id: contactId, email } = contact;
  const known = { email, contactId, kept: await readSuppressionRecord(email) };
  return suppressionWrites(known, suppression, { at: outcome.at, cause: outcome.messageId });
}
