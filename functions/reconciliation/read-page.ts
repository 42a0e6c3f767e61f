import type { Message } from "../mail/rules/message.ts";
import { messagesListed, readOutcomes, type Stray, straysOf, unknownMessages } from "../mail/store.ts";
import { addUnknown } from "./rules/add-unknown.ts";
import { addMessages, type DayCount, type Difference, withDifferences } from "./rules/day-count.ts";
import type { Part, Progress } from "./rules/progress.ts";

/** A page of a day, counted. */
export interface PageRead {
  size: number;
  count: DayCount;
  next: string | undefined;
}

/** Reads the next page of a part of a day and adds it to what was counted. */
export async function readPage(part: Part, { day, count, after }: Progress): Promise<PageRead> {
  if (part.from === "strays") {
    const { items, next } = await straysOf(day, after);
    return { size: items.length, count: withDifferences(count, items.map(strayDifference)), next };
  }
  const { items, next } = await (part.from === "listed"
    ? messagesListed(part.dueShard, after)
    : unknownMessages(100, after));
  const factsOf = await outcomesOf(items);
  const add = part.from === "listed" ? addMessages : addUnknown(day);
  return { size: items.length, count: add(count, items, factsOf), next };
}

async function outcomesOf(messages: Message[]) {
  const outcomes = messages.length > 0 ? await readOutcomes(messages) : new Map();
  return (id: string) => outcomes.get(id);
}

function strayDifference({ messageId, contactId, providerId }: Stray): Difference {
  return { kind: "stray", messageId, contactId, providerIds: [providerId] };
}
