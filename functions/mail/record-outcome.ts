import { readContact, readSuppression, suppressionWrite } from "../contacts/store.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { log } from "../platform/log.ts";
import type { Write } from "../platform/writes.ts";
import { type MailOutcome, mergeOutcome } from "./rules/merge-outcome.ts";
import type { Message } from "./rules/message.ts";
import { suppressionFor } from "./rules/suppression-for.ts";
import { findMessage, outcomeWrite } from "./store.ts";

const ATTEMPTS = 5;

/** Takes in what SES reports of a message, in any order and number; a hard bounce or a complaint suppresses the address. */
export async function recordOutcome(outcome: MailOutcome): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const message = await findMessage(outcome.contactId, outcome.messageId);
    if (!message) return log.warn("an outcome names no message of ours", { messageId: outcome.messageId });
    const writes = [...factWrites(message, outcome), ...(await suppressionWrites(outcome))];
    if (writes.length === 0 || (await commit(writes)).ok) return;
    // Somebody changed the message or suppressed the address since it was read: look again.
  }
  throw new Error(`The message ${outcome.messageId} kept changing while its outcome was recorded.`);
}

function factWrites(message: Message, outcome: MailOutcome): Write[] {
  const change = mergeOutcome(message, outcome);
  return Object.keys(change).length > 0 ? [outcomeWrite(message, change)] : [];
}

async function suppressionWrites(outcome: MailOutcome): Promise<Write[]> {
  const suppression = suppressionFor(outcome);
  const contact = suppression && (await readContact(outcome.contactId));
  if (!suppression || !contact || (await readSuppression(contact.email))) return [];
  const about = { contactId: contact.id, at: outcome.at, cause: outcome.messageId };
  return [
    suppressionWrite(contact.email, suppression),
    recordEvent(eventOf("contact.suppressed", about, { reason: suppression.reason })),
  ];
}
