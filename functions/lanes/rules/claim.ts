import type { Message } from "../../mail/rules/message.ts";
import type { Instant } from "../../platform/clock.ts";

/** How many calls may be under way at once; each has its number, and each number one claim. */
export const CALLS_AT_ONCE = 20;

/** A call must be over, answered and recorded so long after its claim: SES answers within 7 seconds or never. */
export const CALL_OVER_SECONDS = 15;

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
  /** How often it had been handed over before; absent when never. */
  a?: number;
}

/** The names of the messages in claims, each once. */
export function namesIn(claims: Claim[]): Pick<Message, "contactId" | "id">[] {
  const all = claims.flatMap(({ messages }) => messages);
  return [...new Map(all.map(({ c, m }) => [m, { contactId: c, id: m }])).values()];
}

/** Whether a message is still as one of these claims took it: what became of the call was never recorded. */
export function isInHand({ id, state, attempt }: Message, claims: Claim[]): boolean {
  const taken = claims.flatMap(({ messages }) => messages);
  return state === "queued" && taken.some(({ m, a = 0 }) => m === id && a === attempt);
}

/** A claim filled with messages. */
export function claimOf(number: number, fence: number, overAt: Instant, messages: Message[]): Claim {
  const taken = messages.map(({ contactId, id, attempt }) => ({
    c: contactId,
    m: id,
    ...(attempt ? { a: attempt } : {}),
  }));
  return { number, fence, overAt, messages: taken };
}
