import { listUnknown, type UnknownMessage } from "../../mail/list-unknown.ts";
import { json } from "../respond.ts";
import { listUnknownMail, type UnknownMail } from "../routes/console-mail.ts";
import { answers, type ConsoleAnswer } from "./console-answer.ts";

/** What staff sees of the sending itself. */
export const mailAnswers: readonly ConsoleAnswer[] = [
  answers(listUnknownMail, async ({ query: { limit, next } }) => {
    const page = await listUnknown(limit, next);
    return json(200, { items: page.items.map(unknownMail), next: page.next ?? null });
  }),
];

function unknownMail({ message, contact }: UnknownMessage): UnknownMail {
  const { id, contactId, template, templateVersion = null, kind, queuedAt, attempt, failure = "" } = message;
  const { email = "", name = "" } = contact ?? {};
  return {
    id,
    contactId,
    email,
    name,
    template,
    version: templateVersion,
    lane: kind,
    queuedAt,
    attempts: attempt,
    failure,
  };
}
