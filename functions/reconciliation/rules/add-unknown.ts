import type { Message } from "../../mail/rules/message.ts";
import type { OutcomeFacts } from "../../mail/rules/outcome-facts.ts";
import { compareMessage } from "./compare-message.ts";
import { addMessages, type DayCount, differencesOf, withDifferences } from "./day-count.ts";

/**
 * Adds messages whose fate nobody knows, which wait in one list whatever their day. Those of the day count; an older one is
 * only told of again when SES's word on it was not worked in; a newer one has its own day.
 */
export function addUnknown(day: string) {
  return (count: DayCount, messages: Message[], factsOf: (id: string) => OutcomeFacts | undefined): DayCount => {
    const { today = [], older = [] } = Object.groupBy(messages, (message) => ageOf(message, day));
    const differences = older.flatMap((message) =>
      differencesOf({ message, compared: compareMessage(message, factsOf(message.id)) }),
    );
    return withDifferences(addMessages(count, today, factsOf), differences);
  };
}

function ageOf({ settledAt, queuedAt }: Message, day: string): "older" | "today" | "newer" {
  const givenUpOn = (settledAt ?? queuedAt).slice(0, 10);
  if (givenUpOn === day) return "today";
  return givenUpOn < day ? "older" : "newer";
}
