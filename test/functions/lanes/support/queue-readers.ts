import { newContactWrites } from "../../../../functions/contacts/store.ts";
import { queueMessage } from "../../../../functions/mail/queue-message.ts";
import { daysAfter } from "../../../../functions/platform/clock.ts";
import { putItems } from "../../../../functions/platform/put-items.ts";

const AT_ONCE = 1000;

/** What the readers of a lane get: a letter, or a link to sign in. */
export const TEMPLATES = { marketing: "news", transactional: "sign-in" } as const;
type Kind = keyof typeof TEMPLATES;

/** Makes so many contacts who agreed to mail, and queues one of a lane's mails for each of them. */
export async function queueReaders(
  name: string,
  count: number,
  now: string,
  { kind = "marketing", template = TEMPLATES[kind] }: { kind?: Kind; template?: string } = {},
): Promise<void> {
  const mail = { kind, template };
  for (let from = 0; from < count; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => from + at);
    await putItems(numbers.flatMap((number) => readerOf(name, number, now, mail).map(({ put }) => put)));
  }
}

function readerOf(name: string, number: number, now: string, mail: { kind: Kind; template: string }) {
  const contact = {
    id: `con_${name}-${number}`,
    email: `${name}-${number}@example.com`,
    name: `Reader ${number}`,
    locale: "en" as const,
    createdAt: now,
    confirmedAt: now,
    consent: { marketing: true, at: now },
  };
  const variables = { links: { start: "https://lantern.example/lessons" } };
  const wanted = { ...mail, contactId: contact.id, occurrence: name, cause: { event: "test" }, variables };
  const link = { purpose: "sign-in" as const, subject: contact.id, expiresAt: daysAfter(now, 1) };
  return [
    ...newContactWrites(contact),
    queueMessage({ ...wanted, ...(mail.kind === "transactional" ? { link } : {}) }, now),
  ];
}
