import { decodeWords } from "postal-mime";
import { acceptMail, type MailToAccept } from "./accept-mail.ts";
import { composeMail, stampRaw } from "./compose-mail.ts";
import { headerText, plainSubject } from "./header-text.ts";
import { checkedHeaders } from "./mail-headers.ts";
import { tagsFrom } from "./mail-tags.ts";
import { headerIn } from "./mime-source.ts";
import { sendTemplated } from "./send-templated.ts";
import { checkedRecipients, checkedSender } from "./sender-checks.ts";
import { inputFrom, type MailDestination, type MailTag, SendEmailInput } from "./ses-input.ts";
import { badRequest } from "./ses-refusal.ts";
import type { SesStore } from "./ses-store.ts";

/** SendEmail: exactly one of simple, raw or templated content. */
export async function sendEmail(store: SesStore, body: unknown): Promise<{ MessageId: string }> {
  const input = inputFrom(SendEmailInput, body);
  const { Simple, Raw, Template } = input.Content;
  if ([Simple, Raw, Template].filter(Boolean).length !== 1)
    throw badRequest("Content must contain exactly one of Simple, Raw and Template.");
  if (Raw) return { MessageId: await sendRaw(store, input, Buffer.from(Raw.Data, "base64")) };
  if (Template) return { MessageId: await sendTemplated(store, { ...envelopeOf(store, input), template: Template }) };
  return { MessageId: await sendSimple(store, input) };
}

/** What simple and templated sends have in common, checked. */
function envelopeOf(store: SesStore, input: SendEmailInput) {
  const sender = checkedSender(store, input.FromEmailAddress, input.ConfigurationSetName);
  const destination = input.Destination ?? {};
  return {
    operation: "SendEmail" as const,
    sender: sender.header,
    destination,
    recipients: checkedRecipients(store, destination),
    replyTo: (input.ReplyToAddresses ?? []).map(headerText),
    configurationSet: input.ConfigurationSetName ?? null,
    tags: tagsFrom(input.EmailTags ?? []),
  };
}

async function sendSimple(store: SesStore, input: SendEmailInput): Promise<string> {
  const { destination, replyTo, ...asked } = envelopeOf(store, input);
  const { Subject, Body, Headers = [], Attachments = [] } = input.Content.Simple ?? throwMissing();
  if (!Body.Text?.Data && !Body.Html?.Data) throw badRequest("Body must contain Text, Html or both.");
  const subject = plainSubject(Subject.Data);
  const letter = {
    from: asked.sender,
    to: (destination.ToAddresses ?? []).map(headerText),
    cc: (destination.CcAddresses ?? []).map(headerText),
    replyTo,
    subject,
    ...(Body.Text && { text: Body.Text.Data }),
    ...(Body.Html && { html: Body.Html.Data }),
    headers: checkedHeaders(Headers),
    attachments: Attachments,
  };
  return acceptMail(store, { ...asked, subject }, (stamp) => composeMail(letter, stamp));
}

/** A raw mail brings its own head: who is not named in the call is read from there. */
async function sendRaw(store: SesStore, input: SendEmailInput, raw: Buffer): Promise<string> {
  if (headerIn(raw, "from") === undefined) throw badRequest("Missing required header 'From'.");
  const configurationSet = input.ConfigurationSetName ?? headerIn(raw, "x-ses-configuration-set");
  const sender = checkedSender(store, input.FromEmailAddress ?? headerIn(raw, "from"), configurationSet);
  const asked: MailToAccept = {
    operation: "SendEmail",
    sender: sender.header,
    recipients: checkedRecipients(store, input.Destination ?? destinationIn(raw)),
    subject: decodeWords(headerIn(raw, "subject") ?? ""),
    configurationSet: configurationSet ?? null,
    tags: tagsFrom([...tagsIn(headerIn(raw, "x-ses-message-tags")), ...(input.EmailTags ?? [])]),
  };
  return acceptMail(store, asked, async (stamp) => stampRaw(raw, stamp));
}

function destinationIn(raw: Buffer): MailDestination {
  const addresses = (name: string) =>
    (headerIn(raw, name) ?? "")
      .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
      .map((text) => text.trim())
      .filter(Boolean);
  return { ToAddresses: addresses("to"), CcAddresses: addresses("cc"), BccAddresses: addresses("bcc") };
}

function tagsIn(header: string | undefined): MailTag[] {
  const pairs = (header ?? "")
    .split(",")
    .map((pair) => pair.trim())
    .filter(Boolean);
  return pairs.map((pair) => {
    const [Name = "", Value = ""] = pair.split("=");
    return { Name: Name.trim(), Value: Value.trim() };
  });
}

function throwMissing(): never {
  throw badRequest("Content.Simple is missing.");
}
