import { type BulkCopy, sendBulk, TEMPLATE_LOST } from "../platform/bulk-mailer.ts";
import { sendEmail } from "../platform/mailer.ts";
import type { ProviderAnswer } from "../platform/ses.ts";
import type { PreparedMail } from "./rules/prepared-mail.ts";

/** Something with a mail that was handed over, and what SES said of it. */
export interface Handed<Ready> {
  ready: Ready;
  answer: ProviderAnswer;
}

const NO_ANSWER: ProviderAnswer = { answer: "unknown", code: "no-answer" };

/** Hands the mails of one call to SES and tells what became of each; see `callKind` for what fits in one. */
export async function handOver<Ready extends { mail: PreparedMail }>(batch: Ready[]): Promise<Handed<Ready>[]> {
  const answers = await answersTo(batch.map(({ mail }) => mail));
  return batch.map((ready, at) => ({ ready, answer: answers[at] ?? NO_ANSWER }));
}

async function answersTo(mails: PreparedMail[]): Promise<(ProviderAnswer | undefined)[]> {
  const [first] = mails;
  if (!first?.stored) return Promise.all(mails.map(sendWhole));
  const { lane, fromName, stored } = first;
  const answers = await sendBulk({ lane, fromName, template: stored.template, copies: mails.map(copyOf) });
  // Without its template a mail goes out whole: nothing of it has left the house yet.
  return Promise.all(mails.map((mail, at) => (isLost(answers[at]) ? sendWhole(mail) : answers[at])));
}

function isLost(answer: ProviderAnswer | undefined): boolean {
  return answer?.answer === "busy" && answer.code === TEMPLATE_LOST.code;
}

function copyOf({ to, headers, tags, stored }: PreparedMail): BulkCopy {
  return { to, headers, tags, values: stored?.values ?? {} };
}

function sendWhole({ stored: _, whole, ...envelope }: PreparedMail): Promise<ProviderAnswer> {
  return sendEmail({ ...envelope, ...whole() });
}
