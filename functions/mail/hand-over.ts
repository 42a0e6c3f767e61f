import { type BulkCopy, sendBulk, TEMPLATE_LOST } from "../platform/bulk-mailer.ts";
import { sendEmail } from "../platform/mailer.ts";
import type { ProviderAnswer } from "../platform/ses.ts";
import type { PreparedMail } from "./rules/prepared-mail.ts";

/** Hands the mails of one call to SES and tells what became of each, in their order; see `callKind` for what fits in one. */
export async function handOver(mails: PreparedMail[]): Promise<ProviderAnswer[]> {
  const [first] = mails;
  if (!first?.stored) return Promise.all(mails.map(sendWhole));
  const { lane, fromName, stored } = first;
  const answers = await sendBulk({ lane, fromName, template: stored.template, copies: mails.map(copyOf) });
  // Without its template a mail goes out whole: nothing of it has left the house yet.
  return Promise.all(answers.map((answer, at) => (isLost(answer) ? sendAt(mails, at) : answer)));
}

function isLost(answer: ProviderAnswer): boolean {
  return answer.answer === "busy" && answer.code === TEMPLATE_LOST.code;
}

function copyOf({ to, headers, tags, stored }: PreparedMail): BulkCopy {
  return { to, headers, tags, values: stored?.values ?? {} };
}

function sendAt(mails: PreparedMail[], at: number): Promise<ProviderAnswer> | ProviderAnswer {
  const mail = mails[at];
  return mail ? sendWhole(mail) : { answer: "unknown", code: "no-mail" };
}

function sendWhole({ stored: _, whole, ...envelope }: PreparedMail): Promise<ProviderAnswer> {
  return sendEmail({ ...envelope, ...whole() });
}
