import { expect } from "vitest";
import type { MailKind } from "../../../../functions/contacts/rules/may-mail.ts";
import { queueMessage } from "../../../../functions/mail/queue-message.ts";
import { recordOutcome } from "../../../../functions/mail/record-outcome.ts";
import type { Message } from "../../../../functions/mail/rules/message.ts";
import type { MailOutcome } from "../../../../functions/mail/rules/outcome-facts.ts";
import { findMessage, outcomeWrite, settledWrite } from "../../../../functions/mail/store.ts";
import { commit } from "../../../../functions/platform/commit.ts";

let made = 0;

/** A message queued at an instant, and settled at it when it is said as what. */
export async function written(
  at: string,
  change?: Partial<Message>,
  kind: MailKind = "marketing",
  settledAt = at,
): Promise<Message> {
  const contactId = `con_books${++made}`;
  const write = queueMessage({ kind, contactId, template: "welcome", occurrence: "1", cause: {} }, at);
  await commit([write]);
  const queued = await now({ contactId, id: String(write.put.id) });
  if (!change) return queued;
  await commit([settledWrite(queued, change, settledAt)]);
  return now(queued);
}

export async function now({ contactId, id }: Pick<Message, "contactId" | "id">): Promise<Message> {
  return (await findMessage(contactId, id)) ?? expect.unreachable(`${id} is not there`);
}

export const accepted = (at: string, providerId = `ses-${made + 1}`): Partial<Message> => ({
  ...{ state: "submitted", attempt: 1, providerId, submittedAt: at },
});

/** SES's report of a message, told through the door that all its reports come through. */
export function report(message: Message, kind: "submitted" | "delivered" | "bounced", at: string, providerId?: string) {
  return recordOutcome(outcomeOf(message, kind, at, providerId), at);
}

/** A report that was written but never worked into the message: the process died in between. */
export function reportOnly(message: Message, kind: "submitted" | "delivered", at: string) {
  const { providerId, facts } = outcomeOf(message, kind, at);
  return commit([outcomeWrite(message, { providerId, ...facts }, undefined)]);
}

export function outcomeOf(
  { id: messageId, contactId, providerId = `ses-of-${messageId}` }: Message,
  kind: "submitted" | "delivered" | "bounced",
  at: string,
  toldBy = providerId,
): MailOutcome {
  const facts = { [`${kind}At`]: at };
  return { messageId, contactId, kind, at, providerId: toldBy, facts };
}
