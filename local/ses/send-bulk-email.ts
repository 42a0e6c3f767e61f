import { headerText } from "./header-text.ts";
import { tagsFrom } from "./mail-tags.ts";
import { templateData } from "./render-template.ts";
import { sendTemplated, templateContent } from "./send-templated.ts";
import { checkedRecipients, checkedSender } from "./sender-checks.ts";
import { inputFrom, type MailHeader, SendBulkEmailInput } from "./ses-input.ts";
import { badRequest, SesRefusal } from "./ses-refusal.ts";
import type { SesStore } from "./ses-store.ts";

interface EntryResult {
  Status: string;
  MessageId?: string;
  Error?: string;
}

type Entry = SendBulkEmailInput["BulkEmailEntries"][number];

const MAX_ENTRIES = 50;

/** SendBulkEmail: what is wrong with the call refuses it; what is wrong with one entry stands in that entry's status. */
export async function sendBulkEmail(store: SesStore, body: unknown): Promise<{ BulkEmailEntryResults: EntryResult[] }> {
  const input = inputFrom(SendBulkEmailInput, body);
  const entries = input.BulkEmailEntries;
  if (entries.length === 0) throw badRequest("BulkEmailEntries must contain at least one entry.");
  if (entries.length > MAX_ENTRIES)
    throw badRequest(`BulkEmailEntries must not contain more than ${MAX_ENTRIES} entries.`);
  checkedSender(store, input.FromEmailAddress, input.ConfigurationSetName);
  templateContent(store, input.DefaultContent.Template);
  const results: EntryResult[] = [];
  for (const entry of entries) results.push(await entryResult(store, input, entry));
  return { BulkEmailEntryResults: results };
}

async function entryResult(store: SesStore, input: SendBulkEmailInput, entry: Entry): Promise<EntryResult> {
  try {
    return { Status: "SUCCESS", MessageId: await sendEntry(store, input, entry) };
  } catch (error) {
    if (!(error instanceof SesRefusal)) throw error;
    return { Status: statusOf(error), Error: error.message };
  }
}

function sendEntry(store: SesStore, input: SendBulkEmailInput, entry: Entry): Promise<string> {
  const template = input.DefaultContent.Template;
  const replacement = entry.ReplacementEmailContent?.ReplacementTemplate?.ReplacementTemplateData;
  const data = { ...templateData(template.TemplateData), ...templateData(replacement) };
  return sendTemplated(store, {
    operation: "SendBulkEmail",
    sender: checkedSender(store, input.FromEmailAddress, input.ConfigurationSetName).header,
    destination: entry.Destination,
    recipients: checkedRecipients(store, entry.Destination),
    replyTo: (input.ReplyToAddresses ?? []).map(headerText),
    configurationSet: input.ConfigurationSetName ?? null,
    tags: tagsFrom([...(input.DefaultEmailTags ?? []), ...(entry.ReplacementTags ?? [])]),
    template: {
      ...template,
      TemplateData: JSON.stringify(data),
      Headers: replacedHeaders(template.Headers ?? [], entry.ReplacementHeaders ?? []),
    },
  });
}

/** A replacement header takes the place of the default of the same name; others are added. */
function replacedHeaders(defaults: MailHeader[], replacements: MailHeader[]): MailHeader[] {
  const replaced = new Set(replacements.map(({ Name }) => Name.toLowerCase()));
  return [...defaults.filter(({ Name }) => !replaced.has(Name.toLowerCase())), ...replacements];
}

function statusOf(error: SesRefusal): string {
  if (error.refusal === "TooManyRequestsException")
    return error.message.startsWith("Daily") ? "ACCOUNT_DAILY_QUOTA_EXCEEDED" : "ACCOUNT_THROTTLED";
  return STATUSES[error.refusal] ?? "FAILED";
}

const STATUSES: Partial<Record<SesRefusal["refusal"], string>> = {
  BadRequestException: "INVALID_PARAMETER",
  MessageRejected: "MESSAGE_REJECTED",
  SendingPausedException: "ACCOUNT_SENDING_PAUSED",
  NotFoundException: "TEMPLATE_NOT_FOUND",
};
