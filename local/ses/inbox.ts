import { simpleParser } from "mailparser";
import { decodeWords } from "postal-mime";
import type { Mail } from "./mail.ts";
import { headersIn } from "./mime-source.ts";

/** A mail as a script or a person reads it. */
export interface InboxMessage {
  /** The SES message id. */
  id: string;
  /** The recipient's address; several are joined by ", ". */
  to: string;
  from: string;
  subject: string;
  html: string;
  text: string;
  /** Names in lower case; a header that occurs twice has its values joined by a line break. */
  headers: Record<string, string>;
  tags: Record<string, string>;
  raw: string;
  at: string;
  configurationSet: string | null;
  outcome: Mail["outcome"];
}

type ReadParts = Pick<InboxMessage, "from" | "subject" | "html" | "text" | "headers">;

// A mail never changes, and a script that waits for one reads the whole inbox again and again.
const READ_KEPT = 1000;
const read = new Map<string, ReadParts>();

/** Reads a stored mail back from its MIME source, as a mail program would. */
export async function inboxMessage(mail: Mail): Promise<InboxMessage> {
  const parts = read.get(mail.id) ?? (await readParts(mail));
  return {
    id: mail.id,
    to: mail.recipients.join(", "),
    ...parts,
    tags: mail.tags,
    raw: mail.raw.toString("utf8"),
    at: new Date(mail.at).toISOString(),
    configurationSet: mail.configurationSet,
    outcome: mail.outcome,
  };
}

async function readParts(mail: Mail): Promise<ReadParts> {
  const parsed = await simpleParser(mail.raw, { skipTextToHtml: true, skipHtmlToText: true, skipImageLinks: true });
  const parts = {
    from: parsed.from?.text ?? mail.sender,
    subject: parsed.subject ?? "",
    html: parsed.html === false ? "" : (parsed.html ?? ""),
    text: parsed.text ?? "",
    headers: decodedHeaders(mail.raw),
  };
  read.set(mail.id, parts);
  const oldest = read.keys().next().value;
  if (read.size > READ_KEPT && oldest !== undefined) read.delete(oldest);
  return parts;
}

function decodedHeaders(raw: Buffer): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { name, value } of headersIn(raw)) {
    const key = name.toLowerCase();
    const text = decodeWords(value);
    headers[key] = headers[key] === undefined ? text : `${headers[key]}\n${text}`;
  }
  return headers;
}

/** Every web link of a message, once each, in the order a reader meets them. */
export function linksIn(message: Pick<InboxMessage, "html" | "text">): string[] {
  const inHtml = [...message.html.matchAll(/<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map((match) =>
    (match[1] ?? match[2] ?? "").replaceAll("&amp;", "&"),
  );
  const inText = message.text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
  const links = inHtml.length > 0 ? inHtml : inText;
  return [...new Set(links)].filter((link) => /^https?:\/\//.test(link));
}
