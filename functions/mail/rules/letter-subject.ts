/** One copy of a published mail: whose it is, and which version in which language it was made from. */
export interface Letter {
  contactId: string;
  messageId: string;
  version: number;
  locale: string;
}

/** A letter as the subject of a token: ids only. */
export function letterSubject({ contactId, messageId, version, locale }: Letter): string {
  return [contactId, messageId, version, locale].join("~");
}

/** The letter that a token's subject names. */
export function letterIn(subject: string): Letter | undefined {
  const [contactId, messageId, version, locale, ...rest] = subject.split("~");
  if (!contactId || !messageId || !locale || rest.length > 0 || !/^\d+$/.test(version ?? "")) return undefined;
  return { contactId, messageId, version: Number(version), locale };
}
