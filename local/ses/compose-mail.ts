import MailComposer from "nodemailer/lib/mail-composer";
import { withHeaders } from "./mime-source.ts";
import type { MailAttachment, MailHeader } from "./ses-input.ts";

export interface Letter {
  from: string;
  to: string[];
  cc: string[];
  replyTo: string[];
  subject: string;
  text?: string;
  html?: string;
  headers: MailHeader[];
  attachments: MailAttachment[];
}

interface Stamp {
  id: string;
  region: string;
  /** Epoch milliseconds. */
  at: number;
}

/** Builds the MIME source of a simple or templated mail. */
export async function composeMail(letter: Letter, stamp: Stamp): Promise<Buffer> {
  const composer = new MailComposer({
    subject: letter.subject,
    ...(letter.text !== undefined && { text: letter.text }),
    ...(letter.html !== undefined && { html: letter.html }),
    date: new Date(stamp.at),
    messageId: messageIdHeader(stamp),
    attachments: letter.attachments.map(attachmentFor),
    headers: letter.headers.map(({ Name, Value }) => asGiven(Name, Value)),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return withHeaders(await composer.compile().build(), () => false, addressHeaders(letter));
}

/** A raw mail as it leaves SES: its own Message-ID, no Bcc, none of the headers that speak to SES. */
export function stampRaw(raw: Buffer, stamp: Stamp): Buffer {
  const without = (name: string) =>
    name.startsWith("x-ses-") || name === "message-id" || name === "bcc" || name === "return-path" || name === "date";
  return withHeaders(raw, without, [
    ["Message-ID", messageIdHeader(stamp)],
    ["Date", new Date(stamp.at).toUTCString().replace("GMT", "+0000")],
  ]);
}

function messageIdHeader({ id, region }: Stamp): string {
  return `<${id}@${region}.amazonses.com>`;
}

/** Addresses were checked to be plain ASCII; they go out as they came, encoded words and all, as SES lets them. */
function addressHeaders({ from, to, cc, replyTo }: Letter): [string, string][] {
  const lists: [string, string[]][] = [
    ["From", from ? [from] : []],
    ["To", to],
    ["Cc", cc],
    ["Reply-To", replyTo],
  ];
  return lists.filter(([, addresses]) => addresses.length > 0).map(([name, list]) => [name, list.join(",\r\n ")]);
}

function asGiven(
  key: string,
  value: string,
): { key: string; value: { prepared: boolean; foldLines: boolean; value: string } } {
  return { key, value: { prepared: true, foldLines: true, value } };
}

function attachmentFor(attachment: MailAttachment): object {
  return {
    filename: attachment.FileName,
    content: Buffer.from(attachment.RawContent, "base64"),
    ...(attachment.ContentType && { contentType: attachment.ContentType }),
    ...(attachment.ContentDisposition && { contentDisposition: attachment.ContentDisposition.toLowerCase() }),
    ...(attachment.ContentId && { cid: attachment.ContentId }),
  };
}
