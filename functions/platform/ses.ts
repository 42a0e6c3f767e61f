import { SESv2Client, SESv2ServiceException } from "@aws-sdk/client-sesv2";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { encodedWords } from "./encoded-words.ts";
import { quiet } from "./quiet-client.ts";
import { type SettingName, setting } from "./settings.ts";

/** After so many seconds a call to SES has an answer or will never have one. */
export const SES_CALL_SECONDS = 7;

/** The one SES client of a function instance. One call is one attempt: the SDK must never repeat one whose answer was lost. */
export const ses = quiet(
  new SESv2Client({
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({ connectionTimeout: 2000, requestTimeout: 5000, throwOnRequestTimeout: true }),
  }),
);

/** The lanes that mail goes by: what a person waits for, and what they agreed to. */
export type MailLane = "transactional" | "marketing";

const CONFIGURATION_SETS: Record<MailLane, SettingName> = {
  transactional: "TRANSACTIONAL_CONFIGURATION_SET",
  marketing: "MARKETING_CONFIGURATION_SET",
};

/** Who a mail comes from and by which configuration set it goes, as every sending call of SES wants them. */
export function senderOf(fromName: string, lane: MailLane) {
  return {
    FromEmailAddress: `${encodedWords(fromName)} <${setting("SENDER_ADDRESS")}>`,
    ConfigurationSetName: setting(CONFIGURATION_SETS[lane]),
  };
}

/** Headers or tags in SES's form. */
export function namedValues(values: Record<string, string>): { Name: string; Value: string }[] {
  return Object.entries(values).map(([Name, Value]) => ({ Name, Value }));
}

/** What the provider's answer means: only `accepted`, `busy` and `refused` are certain. */
export type ProviderAnswer =
  | { answer: "accepted"; providerId: string }
  /** Nothing left the house: the account is throttled, paused or has used up its day. */
  | { answer: "busy"; code: BusyCode | (string & {}) }
  | { answer: "refused"; code: string }
  | { answer: "unknown"; code: string };

/** The reasons of being busy that more calls cannot mend. */
export type BusyCode = "daily-quota" | "sending-paused" | "not-set-up";

/** What somebody has to mend or allow before SES takes any mail: no fault of this one. */
const LASTING: Record<string, BusyCode> = {
  SendingPausedException: "sending-paused",
  AccountSuspendedException: "sending-paused",
  AccessDeniedException: "not-set-up",
  MailFromDomainNotVerifiedException: "not-set-up",
  NotFoundException: "not-set-up",
};
const BUSY = new Set(["TooManyRequestsException", "LimitExceededException", "ThrottlingException"]);
const NEVER_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

/** What a call that threw means for the mail it carried. */
export function failureOf(error: Error & { code?: string }): Exclude<ProviderAnswer, { answer: "accepted" }> {
  if (error instanceof SESv2ServiceException) return serviceFailureOf(error);
  // A connection that was never made carried nothing; any other break may have come after SES accepted.
  if (error.code && NEVER_SENT.has(error.code)) return { answer: "busy", code: error.code };
  return { answer: "unknown", code: error.code ?? error.name };
}

function serviceFailureOf(error: SESv2ServiceException): Exclude<ProviderAnswer, { answer: "accepted" }> {
  const lasting = LASTING[error.name];
  if (lasting) return { answer: "busy", code: lasting };
  if (BUSY.has(error.name)) return { answer: "busy", code: isDailyQuota(error) ? "daily-quota" : error.name };
  const status = error.$metadata.httpStatusCode ?? 500;
  // Only a 4xx is a clear refusal; a 5xx may hide an acceptance.
  return { answer: status >= 400 && status < 500 ? "refused" : "unknown", code: error.name };
}

/** SES tells the day's quota from the second's rate by its message alone ("Daily message quota exceeded."). */
function isDailyQuota({ message }: Error): boolean {
  return /daily/i.test(message);
}
