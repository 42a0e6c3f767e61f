import type { Message } from "../../mail/rules/message.ts";
import type { Instant } from "../../platform/clock.ts";

/** How many calls may be under way at once; each has its number, and each number one claim. */
export const CALLS_AT_ONCE = 20;

/** The messages that a sender took to hand them over in one call. */
export interface Claim {
  number: number;
  fence: number;
  /** From then on the call has been answered or never will be. */
  overAt: Instant;
  messages: ClaimedMessage[];
}

/** A message in a claim, as short as possible: fifty of them are one row. */
export interface ClaimedMessage {
  c: string;
  m: string;
}

/** The names of the messages in a claim. */
export function namesIn({ messages }: Claim): Pick<Message, "contactId" | "id">[] {
  return messages.map(({ c, m }) => ({ contactId: c, id: m }));
}

/** A claim filled with messages. */
export function claimOf(number: number, fence: number, overAt: Instant, messages: Message[]): Claim {
  return { number, fence, overAt, messages: messages.map(({ contactId, id }) => ({ c: contactId, m: id })) };
}
