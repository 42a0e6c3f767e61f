import { SendEmailCommand } from "@aws-sdk/client-sesv2";
import { failureOf, type MailLane, namedValues, type ProviderAnswer, senderOf, ses } from "./ses.ts";

/** One email as the provider is asked to send it. */
export interface OutgoingMail {
  to: string;
  fromName: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  /** SES message tags: letters, digits, `_` and `-` only; they come back with every event. */
  tags: Record<string, string>;
  lane: MailLane;
}

/** Hands one email to SES and tells what became of the call. */
export async function sendEmail(mail: OutgoingMail): Promise<ProviderAnswer> {
  try {
    const { MessageId } = await ses.send(new SendEmailCommand(requestOf(mail)));
    return MessageId ? { answer: "accepted", providerId: MessageId } : { answer: "unknown", code: "no-message-id" };
  } catch (error) {
    return failureOf(error as Error);
  }
}

function requestOf(mail: OutgoingMail) {
  const utf8 = (Data: string) => ({ Data, Charset: "UTF-8" });
  return {
    ...senderOf(mail.fromName, mail.lane),
    Destination: { ToAddresses: [mail.to] },
    EmailTags: namedValues(mail.tags),
    Content: {
      Simple: {
        Subject: utf8(mail.subject),
        Body: { Html: utf8(mail.html), Text: utf8(mail.text) },
        Headers: namedValues(mail.headers),
      },
    },
  };
}
