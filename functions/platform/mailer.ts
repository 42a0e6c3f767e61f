import { SESv2Client, SESv2ServiceException, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { encodedWords } from "./encoded-words.ts";
import { setting } from "./settings.ts";

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
  lane: "transactional" | "marketing";
}

/** What the provider's answer means: only `accepted`, `busy` and `refused` are certain. */
export type ProviderAnswer =
  | { answer: "accepted"; providerId: string }
  | { answer: "busy"; code: string }
  | { answer: "refused"; code: string }
  | { answer: "unknown"; code: string };

/** One call is one attempt: the SDK must never repeat a call whose answer was lost. */
const ses = new SESv2Client({
  maxAttempts: 1,
  requestHandler: new NodeHttpHandler({ connectionTimeout: 2000, requestTimeout: 5000, throwOnRequestTimeout: true }),
});

/** Hands one email to SES and tells what became of the call. */
export async function sendEmail(mail: OutgoingMail): Promise<ProviderAnswer> {
  try {
    const { MessageId } = await ses.send(new SendEmailCommand(requestOf(mail)));
    return MessageId ? { answer: "accepted", providerId: MessageId } : { answer: "unknown", code: "no-message-id" };
  } catch (error) {
    return readFailure(error as Error);
  }
}

function requestOf(mail: OutgoingMail) {
  const utf8 = (Data: string) => ({ Data, Charset: "UTF-8" });
  return {
    FromEmailAddress: `${encodedWords(mail.fromName)} <${setting("SENDER_ADDRESS")}>`,
    Destination: { ToAddresses: [mail.to] },
    ConfigurationSetName: setting(
      mail.lane === "marketing" ? "MARKETING_CONFIGURATION_SET" : "TRANSACTIONAL_CONFIGURATION_SET",
    ),
    EmailTags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })),
    Content: {
      Simple: {
        Subject: utf8(mail.subject),
        Body: { Html: utf8(mail.html), Text: utf8(mail.text) },
        Headers: Object.entries(mail.headers).map(([Name, Value]) => ({ Name, Value })),
      },
    },
  };
}

const BUSY = new Set([
  "TooManyRequestsException",
  "LimitExceededException",
  "ThrottlingException",
  "SendingPausedException",
]);
const NEVER_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

function readFailure(error: Error & { code?: string }): ProviderAnswer {
  if (error instanceof SESv2ServiceException) return readServiceFailure(error);
  // A connection that was never made carried nothing; any other break may have come after SES accepted.
  if (error.code && NEVER_SENT.has(error.code)) return { answer: "busy", code: error.code };
  return { answer: "unknown", code: error.code ?? error.name };
}

function readServiceFailure(error: SESv2ServiceException): ProviderAnswer {
  if (BUSY.has(error.name)) return { answer: "busy", code: error.name };
  const status = error.$metadata.httpStatusCode ?? 500;
  // Only a 4xx is a clear refusal; a 5xx may hide an acceptance.
  return { answer: status >= 400 && status < 500 ? "refused" : "unknown", code: error.name };
}
