import type { MailKind } from "../../contacts/rules/may-mail.ts";
import type { Message } from "../../mail/rules/message.ts";
import type { OutcomeFacts } from "../../mail/rules/outcome-facts.ts";
import { type Compared, compareMessage, type DifferenceKind, type Held, type Reported } from "./compare-message.ts";
import { addTally, NOTHING, type Tally } from "./tally.ts";

/** Something in which our books and SES's events differ; never mended by itself. */
export interface Difference {
  kind: DifferenceKind;
  messageId: string;
  contactId: string;
  providerIds: string[];
  /** What we hold and what SES said; of a stray we hold nothing. */
  lane?: MailKind;
  template?: string;
  held?: Held;
  reported?: Reported;
}

/** What was counted and found of a day so far. */
export interface DayCount {
  lanes: Record<MailKind, Tally>;
  /** All differences; of the first ones what they are. */
  found: number;
  differences: Difference[];
}

/** More than that a person does not read one by one, and a row can hold. */
export const MOST_DIFFERENCES = 50;

export const EMPTY_DAY: DayCount = {
  lanes: { marketing: NOTHING, transactional: NOTHING },
  found: 0,
  differences: [],
};

/** Adds messages of the day, each compared with what SES has told of it. */
export function addMessages(
  count: DayCount,
  messages: Message[],
  factsOf: (id: string) => OutcomeFacts | undefined,
): DayCount {
  const pairs = messages.map((message) => ({ message, compared: compareMessage(message, factsOf(message.id)) }));
  const tallyOf = (kind: MailKind) =>
    addTally(
      count.lanes[kind],
      pairs.filter(({ message }) => message.kind === kind),
    );
  return {
    ...withDifferences(count, pairs.flatMap(differencesOf)),
    lanes: { marketing: tallyOf("marketing"), transactional: tallyOf("transactional") },
  };
}

/** Adds differences found on the day, and keeps what the first ones are. */
export function withDifferences(count: DayCount, found: Difference[]): DayCount {
  return {
    ...count,
    found: count.found + found.length,
    differences: [...count.differences, ...found].slice(0, MOST_DIFFERENCES),
  };
}

/** What is different about one message. */
export function differencesOf({ message, compared }: { message: Message; compared: Compared }): Difference[] {
  const { id: messageId, contactId, kind: lane, template } = message;
  const { held, reported, providerIds } = compared;
  return compared.differences.map((kind) => ({
    ...{ kind, messageId, contactId, providerIds, lane, template, held },
    ...(reported ? { reported } : {}),
  }));
}
