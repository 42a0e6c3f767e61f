import { acceptMail, newMessageId } from "./accept-mail.ts";
import { composeMail } from "./compose-mail.ts";
import { headerText, plainSubject } from "./header-text.ts";
import type { Mail } from "./mail.ts";
import { mailEvent } from "./mail-event.ts";
import { checkedHeaders } from "./mail-headers.ts";
import { checkTemplate, renderTemplate, templateData } from "./render-template.ts";
import type { MailDestination, TemplateContent, TemplateInput } from "./ses-input.ts";
import { badRequest, notFound } from "./ses-refusal.ts";
import type { SesStore } from "./ses-store.ts";

export interface TemplatedMail {
  operation: Mail["operation"];
  sender: string;
  destination: MailDestination;
  recipients: string[];
  replyTo: string[];
  configurationSet: string | null;
  tags: Record<string, string>;
  template: TemplateInput;
}

const MAX_INLINE_BYTES = 1_048_576;

/**
 * Sends one templated mail. Where the data lacks a variable the call succeeds all the same, as with SES:
 * a message id is given out, no mail goes, and a rendering failure follows as an event.
 */
export async function sendTemplated(store: SesStore, mail: TemplatedMail): Promise<string> {
  const { template, destination, replyTo, ...asked } = mail;
  const content = templateContent(store, template);
  const headers = checkedHeaders(template.Headers ?? []);
  const rendered = renderTemplate(content, templateData(template.TemplateData));
  if (!rendered.ok) return failRendering(store, mail, rendered.errorMessage);
  const { Subject = "", Text, Html } = rendered.content;
  const subject = plainSubject(Subject);
  const letter = {
    from: asked.sender,
    to: (destination.ToAddresses ?? []).map(headerText),
    cc: (destination.CcAddresses ?? []).map(headerText),
    replyTo,
    subject,
    ...(Text !== undefined && { text: Text }),
    ...(Html !== undefined && { html: Html }),
    headers,
    attachments: template.Attachments ?? [],
  };
  return acceptMail(store, { ...asked, subject }, (stamp) => composeMail(letter, stamp));
}

/** The stored template that is named, or the content that came with the call. */
export function templateContent(store: SesStore, template: TemplateInput): TemplateContent {
  if (template.TemplateContent) {
    checkInline(template);
    return template.TemplateContent;
  }
  const name = template.TemplateName ?? template.TemplateArn?.split("/").at(-1);
  if (!name) throw badRequest("Template must name a stored template or bring its content.");
  const stored = store.templates.get(name);
  if (!stored) throw notFound(`Template ${name} does not exist`);
  return stored.content;
}

function checkInline(template: TemplateInput): void {
  if (template.TemplateName || template.TemplateArn)
    throw badRequest("Template must have either a name or content, not both.");
  if (Buffer.byteLength(JSON.stringify(template.TemplateContent)) > MAX_INLINE_BYTES)
    throw badRequest("Inline template content must not exceed 1 MB.");
  checkTemplate(template.TemplateContent ?? {}, true);
}

function failRendering(store: SesStore, asked: TemplatedMail, errorMessage: string): string {
  const at = store.now();
  const { region, accountId } = store.account;
  const { sender, recipients, configurationSet, tags, operation } = asked;
  const id = newMessageId(at);
  const mail = { id, at, sender, recipients, configurationSet, tags, operation, subject: "" };
  const detail = { templateName: asked.template.TemplateName ?? "", errorMessage };
  const payload = mailEvent("renderingFailure", {
    mail: { ...mail, outcome: "rejected", countedRecipients: 0 },
    at,
    region,
    accountId,
    detail,
  });
  store.mails.insertEvent({ mailId: id, configurationSet, type: "renderingFailure", dueAt: at, payload });
  return id;
}
