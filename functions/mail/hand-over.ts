import { type OutgoingMail, sendEmail } from "../platform/mailer.ts";
import type { ProviderAnswer } from "../platform/ses.ts";

/** Hands mails to SES and tells what became of each, in their order. */
export function handOver(mails: OutgoingMail[]): Promise<ProviderAnswer[]> {
  return Promise.all(mails.map(sendEmail));
}
