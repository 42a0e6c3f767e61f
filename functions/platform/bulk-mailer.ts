import { type BulkEmailEntry, BulkEmailStatus, SendBulkEmailCommand } from "@aws-sdk/client-sesv2";
import { failureOf, type MailLane, namedValues, type ProviderAnswer, senderOf, ses } from "./ses.ts";

/** Mails that are made from one template which SES keeps, for up to 50 people. */
export interface BulkMail {
  lane: MailLane;
  fromName: string;
  /** The name of the template at SES. */
  template: string;
  copies: BulkCopy[];
}

/** One person's copy: what it has in the template's slots, and what is its own. */
export interface BulkCopy {
  to: string;
  values: Record<string, string>;
  headers: Record<string, string>;
  tags: Record<string, string>;
}

/** Hands the copies of one template to SES in one call and tells what became of each, in their order. */
export async function sendBulk(mail: BulkMail): Promise<ProviderAnswer[]> {
  try {
    const { BulkEmailEntryResults = [] } = await ses.send(new SendBulkEmailCommand(requestOf(mail)));
    return mail.copies.map((_, at) => answerOf(BulkEmailEntryResults[at]));
  } catch (error) {
    const failure = isTemplateLost(error as Error) ? TEMPLATE_LOST : failureOf(error as Error);
    return mail.copies.map(() => failure);
  }
}

/** SES has no template of that name: nothing left the house, and the mail can go out whole. */
export const TEMPLATE_LOST = { answer: "busy", code: "template-lost" } as const;

function requestOf({ lane, fromName, template, copies }: BulkMail) {
  return {
    ...senderOf(fromName, lane),
    DefaultContent: { Template: { TemplateName: template, TemplateData: "{}" } },
    BulkEmailEntries: copies.map(entryOf),
  };
}

function entryOf({ to, values, headers, tags }: BulkCopy): BulkEmailEntry {
  return {
    Destination: { ToAddresses: [to] },
    ReplacementTags: namedValues(tags),
    ReplacementHeaders: namedValues(headers),
    ReplacementEmailContent: { ReplacementTemplate: { ReplacementTemplateData: JSON.stringify(values) } },
  };
}

/** What SES says of one copy. Whatever it does not say for certain is unknown. */
function answerOf(result: { Status?: string | undefined; MessageId?: string | undefined } = {}): ProviderAnswer {
  const { Status = "no-status", MessageId } = result;
  if (Status === BulkEmailStatus.SUCCESS)
    return MessageId ? { answer: "accepted", providerId: MessageId } : { answer: "unknown", code: "no-message-id" };
  const busy = BUSY[Status];
  if (busy) return { answer: "busy", code: busy };
  return REFUSED.has(Status) ? { answer: "refused", code: Status } : { answer: "unknown", code: Status };
}

const BUSY: Record<string, string> = {
  [BulkEmailStatus.ACCOUNT_THROTTLED]: "throttled",
  [BulkEmailStatus.TRANSIENT_FAILURE]: "throttled",
  [BulkEmailStatus.ACCOUNT_DAILY_QUOTA_EXCEEDED]: "daily-quota",
  [BulkEmailStatus.ACCOUNT_SENDING_PAUSED]: "sending-paused",
  [BulkEmailStatus.ACCOUNT_SUSPENDED]: "sending-paused",
  [BulkEmailStatus.CONFIGURATION_SET_SENDING_PAUSED]: "sending-paused",
  [BulkEmailStatus.TEMPLATE_NOT_FOUND]: TEMPLATE_LOST.code,
  [BulkEmailStatus.MAIL_FROM_DOMAIN_NOT_VERIFIED]: "not-set-up",
  [BulkEmailStatus.CONFIGURATION_SET_NOT_FOUND]: "not-set-up",
  [BulkEmailStatus.INVALID_SENDING_POOL_NAME]: "not-set-up",
};

const REFUSED = new Set<string>([BulkEmailStatus.MESSAGE_REJECTED, BulkEmailStatus.INVALID_PARAMETER]);

function isTemplateLost({ name }: Error): boolean {
  return name === "NotFoundException";
}
