import { newMessageId } from "./accept-mail.ts";
import { configurationSetAnswer, eventDestinationsAnswer, identityAnswer } from "./account-answers.ts";
import { composeMail } from "./compose-mail.ts";
import { plainSubject } from "./header-text.ts";
import { checkTemplate, renderTemplate, templateData } from "./render-template.ts";
import { sendBulkEmail } from "./send-bulk-email.ts";
import { sendEmail } from "./send-email.ts";
import { sentLast24Hours } from "./sending-limits.ts";
import type { SesCall } from "./ses-call.ts";
import { inputFrom, TemplateContent } from "./ses-input.ts";
import { badRequest, notFound, SesRefusal } from "./ses-refusal.ts";
import type { SesStore } from "./ses-store.ts";
import { deleteSuppressed, getSuppressed, listSuppressed, putSuppressed } from "./suppression-operations.ts";

type Operation = (store: SesStore, call: SesCall) => object | Promise<object>;

const MAX_TEMPLATE_BYTES = 500 * 1024;

/** Every operation of SES v2 that the local runtime knows. */
export const SES_OPERATIONS: Record<string, Operation> = {
  SendEmail: (store, { body }) => sendEmail(store, body),
  SendBulkEmail: (store, { body }) => sendBulkEmail(store, body),
  CreateEmailTemplate: (store, { body }) => createTemplate(store, String(body.TemplateName ?? ""), body),
  UpdateEmailTemplate: (store, { name, body }) => {
    storedTemplate(store, name);
    return putTemplate(store, name, body);
  },
  GetEmailTemplate: (store, { name }) => ({
    TemplateName: name,
    TemplateContent: storedTemplate(store, name).content,
  }),
  DeleteEmailTemplate: (store, { name }) => {
    if (!store.templates.delete(name)) throw templateMissing(name);
    return {};
  },
  ListEmailTemplates: (store) => ({
    TemplatesMetadata: store.templates
      .list()
      .map(({ name, createdAt }) => ({ TemplateName: name, CreatedTimestamp: createdAt / 1000 })),
  }),
  TestRenderEmailTemplate: testRender,
  GetAccount: getAccount,
  PutAccountSendingAttributes: (store, { body }) => {
    store.account.change({ sendingEnabled: body.SendingEnabled === true });
    return {};
  },
  PutSuppressedDestination: putSuppressed,
  GetSuppressedDestination: getSuppressed,
  ListSuppressedDestinations: listSuppressed,
  DeleteSuppressedDestination: deleteSuppressed,
  GetEmailIdentity: (store, { name }) => identityAnswer(store.account, name),
  GetConfigurationSet: (store, { name }) => configurationSetAnswer(store.account, name),
  GetConfigurationSetEventDestinations: (store, { name }) => eventDestinationsAnswer(store.account, name),
};

function createTemplate(store: SesStore, name: string, body: Record<string, unknown>): object {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(name))
    throw badRequest("TemplateName must be 1 to 64 letters, digits, '_' or '-'.");
  if (store.templates.get(name)) throw new SesRefusal("AlreadyExistsException", `Template ${name} already exists.`);
  return putTemplate(store, name, body);
}

function putTemplate(store: SesStore, name: string, body: Record<string, unknown>): object {
  const content = inputFrom(TemplateContent, body.TemplateContent);
  if (Buffer.byteLength((content.Text ?? "") + (content.Html ?? "")) > MAX_TEMPLATE_BYTES)
    throw new SesRefusal("LimitExceededException", "A template may be 500 KB in size, text and HTML together.");
  checkTemplate(content, false);
  store.templates.put({ name, content, createdAt: store.templates.get(name)?.createdAt ?? store.now() });
  return {};
}

async function testRender(store: SesStore, { name, body }: SesCall): Promise<object> {
  const rendered = renderTemplate(storedTemplate(store, name).content, templateData(body.TemplateData as string));
  if (!rendered.ok) throw badRequest(rendered.errorMessage);
  const { Subject = "", Text, Html } = rendered.content;
  const parts = { ...(Text !== undefined && { text: Text }), ...(Html !== undefined && { html: Html }) };
  const letter = { subject: plainSubject(Subject), ...parts, from: "", to: [], cc: [], replyTo: [] };
  const at = store.now();
  const stamp = { id: newMessageId(at), region: store.account.region, at };
  const mime = await composeMail({ ...letter, headers: [], attachments: [] }, stamp);
  return { RenderedTemplate: mime.toString("utf8") };
}

function getAccount(store: SesStore): object {
  const settings = store.account.settings();
  return {
    DedicatedIpAutoWarmupEnabled: false,
    EnforcementStatus: "HEALTHY",
    ProductionAccessEnabled: !settings.sandbox,
    SendingEnabled: settings.sendingEnabled,
    SendQuota: {
      Max24HourSend: settings.max24HourSend,
      MaxSendRate: settings.maxSendRate,
      SentLast24Hours: sentLast24Hours(store.mails, store.now()),
    },
    SuppressionAttributes: { SuppressedReasons: store.account.suppressedReasons(null) },
  };
}

function storedTemplate(store: SesStore, name: string) {
  const template = store.templates.get(name);
  if (!template) throw templateMissing(name);
  return template;
}

function templateMissing(name: string): SesRefusal {
  return notFound(`Template ${name} does not exist`);
}
