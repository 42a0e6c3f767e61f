import type { MailKind } from "../../contacts/rules/may-mail.ts";
import type { RenderedMail } from "./message.ts";

/** A mail made for one person at the moment of sending. */
export interface PreparedMail {
  to: string;
  fromName: string;
  lane: MailKind;
  headers: Record<string, string>;
  tags: Record<string, string>;
  /** SES keeps its template: only what differs from copy to copy has to be told. */
  stored?: { template: string; values: Record<string, string> };
  /** The mail as a whole, written when it is needed. */
  whole(): RenderedMail;
}

/** SES takes at most so many copies of one template in one call. */
export const MOST_COPIES = 50;

/** Whole mails are calls of their own, some side by side. */
const MOST_WHOLE = 10;

/** Which mails can be handed over together, and how many of them. */
export function callKind({ stored, fromName }: Pick<PreparedMail, "stored" | "fromName">): {
  kind: string;
  most: number;
} {
  return stored ? { kind: `${stored.template} ${fromName}`, most: MOST_COPIES } : { kind: "whole", most: MOST_WHOLE };
}
