import type { Message } from "../../functions/mail/rules/message.ts";
import { standingOf } from "../../functions/mail/rules/message-standing.ts";
import type { OutcomeFacts } from "../../functions/mail/rules/outcome-facts.ts";
import type { Row } from "./product-state.ts";

/** The message rows among a table's rows, each as it stands: with what SES has reported of it. */
export function messageRows(main: Row[]): Row[] {
  const facts = new Map(
    main.filter(({ sk }) => sk.startsWith("outcome#")).map((row) => [String(row.messageId), row.facts as OutcomeFacts]),
  );
  return main
    .filter(({ sk }) => sk.startsWith("message#"))
    .map((row) => standingOf(row as unknown as Message, facts.get(String(row.id))) as unknown as Row);
}
