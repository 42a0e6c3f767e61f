import { readBrand } from "../brand/store.ts";
import type { Contact } from "../contacts/rules/contact.ts";
import { refusalToMail } from "../contacts/rules/may-mail.ts";
import { zoneOr } from "../contacts/rules/zone-or.ts";
import { readContacts, readSuppressions } from "../contacts/store.ts";
import { loadCompiled } from "../content/load-compiled.ts";
import { renderContent } from "../content/rules/render-content.ts";
import { findOffer } from "../offers/find-offer.ts";
import { readOfferDefinition } from "../offers/store.ts";
import type { Instant } from "../platform/clock.ts";
import type { OutgoingMail } from "../platform/mailer.ts";
import { readOnce } from "../platform/read-once.ts";
import { setting } from "../platform/settings.ts";
import { tokenKeys } from "../platform/token-keys.ts";
import { mailUrls } from "./mail-urls.ts";
import { mailVariables } from "./rules/mail-variables.ts";
import type { Message, RenderedMail } from "./rules/message.ts";
import { unsubscribeHeaders } from "./rules/unsubscribe-headers.ts";

/** A message as it may be handed over now, or what it becomes instead. */
export type Prepared =
  | { do: "send"; message: Message; mail: OutgoingMail; version: number }
  | { do: "settle"; message: Message; change: Partial<Message> };

/** Checks at the last moment which messages may go, and makes their mails from what is true now. */
export async function prepareMessages(messages: Message[], now: Instant): Promise<Prepared[]> {
  if (messages.length === 0) return [];
  const surroundings = await surroundingsOf(messages, now);
  return Promise.all(messages.map((message) => prepare(message, surroundings)));
}

type Surroundings = Awaited<ReturnType<typeof surroundingsOf>>;

/** What many messages share is read once for all of them. */
async function surroundingsOf(messages: Message[], now: Instant) {
  const [contacts, brand, keys] = await Promise.all([
    readContacts(messages.map(({ contactId }) => contactId)),
    readBrand(),
    tokenKeys(),
  ]);
  return {
    contacts,
    brand,
    keys,
    suppressions: await readSuppressions([...contacts.values()].map(({ email }) => email)),
    content: readOnce(async (template, locale) => loadCompiled(template ?? "", locale)),
    limited: readOnce(async (offer) => findOffer(offer ?? "", now)),
    trialOffer: readOnce(async (offer) => readOfferDefinition(offer ?? "")),
  };
}

async function prepare(message: Message, surroundings: Surroundings): Promise<Prepared> {
  const { brand, keys } = surroundings;
  const contact = surroundings.contacts.get(message.contactId);
  const suppression = contact && surroundings.suppressions.get(contact.email);
  const refusal = refusalToMail(message.kind, contact, suppression);
  if (refusal || !contact) return skipped(message, refusal ?? "erased");
  const locale = message.locale ?? contact.locale;
  const urls = mailUrls(message, setting("BASE_URL"), keys);
  const content = message.rendered
    ? ({ do: "rendered", rendered: message.rendered, version: 0 } as const)
    : await render({ message, contact, locale, urls }, surroundings);
  if (content.do === "settle") return content;
  const { subject, html, text } = content.rendered;
  const headers = message.kind === "marketing" ? unsubscribeHeaders(urls.unsubscribe) : {};
  const tags = { message: message.id, contact: contact.id };
  const envelope = { to: contact.email, fromName: brand.fromName[locale], lane: message.kind };
  return { do: "send", message, mail: { ...envelope, subject, html, text, headers, tags }, version: content.version };
}

interface RenderInput {
  message: Message;
  contact: Contact;
  locale: Contact["locale"];
  urls: ReturnType<typeof mailUrls>;
}

type Rendering = { do: "rendered"; rendered: RenderedMail; version: number } | Extract<Prepared, { do: "settle" }>;

async function render(input: RenderInput, { brand, ...surroundings }: Surroundings): Promise<Rendering> {
  const { message, contact, locale } = input;
  const [loaded, limited, trialOffer] = await Promise.all([
    surroundings.content(message.template, locale),
    message.offer ? surroundings.limited(message.offer) : undefined,
    trialOfferName(message) ? surroundings.trialOffer(trialOfferName(message) ?? "") : undefined,
  ]);
  if (!loaded) return failed(message, "template-not-published");
  // An offer that is over or sold out is no reason to write.
  if (message.offer && limited?.now.state !== "open") return skipped(message, "offer-over");
  const variables = mailVariables({ ...input, brand, limited, trialOffer });
  const rendered = renderContent(loaded.content, variables, zoneOr(contact.timezone, brand.zone));
  if (rendered.ok) return { do: "rendered", rendered, version: loaded.version };
  return failed(message, `${rendered.reason}: ${rendered.names.join(", ")}`);
}

/** The offer of the trial that a follow-up mail is about. */
function trialOfferName({ variables }: Message): string | undefined {
  return (variables as { trial?: { offer?: string } }).trial?.offer;
}

function skipped(message: Message, skipReason: string) {
  return { do: "settle", message, change: { state: "skipped", skipReason } } as const;
}

function failed(message: Message, failure: string) {
  return { do: "settle", message, change: { state: "failed", failure } } as const;
}
