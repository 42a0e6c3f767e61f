import { holdsAmong } from "../budgets/find-holds.ts";
import { budgetedSource } from "../budgets/rules/source.ts";
import type { Message } from "../mail/rules/message.ts";
import { stillDueWrite } from "../mail/store.ts";
import { type Instant, secondsAfter } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";

/** How long a message of a held source waits before it is looked at again. */
const HELD_SECONDS = 3600;

/** Messages whose source has used up its error budget wait until a person lets it go on. */
export async function withoutHeldSources(messages: Message[], now: Instant): Promise<Message[]> {
  const sources = messages.map(budgetedSource).filter((source) => source !== undefined);
  if (sources.length === 0) return messages;
  const isHeld = await holdsAmong(sources);
  const held = new Set(messages.filter((message) => isHeld(budgetedSource(message) ?? "")));
  const dueAt = secondsAfter(now, HELD_SECONDS);
  await Promise.all([...held].map((message) => commit([stillDueWrite(message, {}, dueAt)])));
  return messages.filter((message) => !held.has(message));
}
