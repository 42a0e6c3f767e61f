import type { Message } from "./rules/message.ts";
import { standingOf } from "./rules/message-standing.ts";
import { everyMessage } from "./store.ts";

/** Every message of a contact as it stands: with what SES has reported of it. */
export async function listMessagesOf(contactId: string): Promise<Message[]> {
  const { messages, outcomes } = await everyMessage(contactId);
  const facts = new Map(outcomes.map((row) => [row.messageId, row.facts]));
  return messages.map((message) => standingOf(message, facts.get(message.id)));
}
