import type { Locale } from "../contacts/rules/contact.ts";
import type { MailKind } from "../contacts/rules/may-mail.ts";
import type { Instant } from "../platform/clock.ts";
import { derivedId } from "../platform/ids.ts";
import type { Put } from "../platform/writes.ts";
import type { Message, MessageLink, RenderedMail } from "./rules/message.ts";
import { newMessageWrite } from "./store.ts";

/** A message to be made; `occurrence` tells one sending of the same template to the same contact from another. */
export interface NewMessage {
  kind: MailKind;
  contactId: string;
  template: string;
  occurrence: string;
  cause: Message["cause"];
  locale?: Locale;
  variables?: Record<string, unknown>;
  offer?: string;
  link?: MessageLink;
  rendered?: RenderedMail;
}

/** The id that a message will carry; it follows from its cause alone, so queueing twice makes one mail. */
export function messageIdFor({ contactId, cause, template, occurrence }: NewMessage): string {
  return derivedId("msg", contactId, cause.journey ?? cause.event ?? "", cause.step ?? "", template, occurrence);
}

/** The write that queues a message, to be committed together with what caused it. */
export function queueMessage(wanted: NewMessage, now: Instant): Put {
  const { occurrence: _, ...said } = wanted;
  const id = messageIdFor(wanted);
  return newMessageWrite({
    ...said,
    id,
    variables: wanted.variables ?? {},
    queuedAt: now,
    state: "queued",
    attempt: 0,
  });
}
