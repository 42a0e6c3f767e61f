import type { Brand } from "../brand/rules/brand.ts";
import { readBrand } from "../brand/store.ts";
import type { Contact, Locale } from "../contacts/rules/contact.ts";
import { zoneOr } from "../contacts/rules/zone-or.ts";
import { loadCompiled } from "../content/load-compiled.ts";
import { renderContent } from "../content/rules/render-content.ts";
import { findOffer } from "../offers/find-offer.ts";
import { readOfferDefinition } from "../offers/store.ts";
import type { Instant } from "../platform/clock.ts";
import type { OutgoingMail } from "../platform/mailer.ts";
import { setting } from "../platform/settings.ts";
import { tokenKeys } from "../platform/token-keys.ts";
import { type MailUrls, mailUrls } from "./mail-urls.ts";
import { mailVariables } from "./rules/mail-variables.ts";
import type { Message, RenderedMail } from "./rules/message.ts";
import { unsubscribeHeaders } from "./rules/unsubscribe-headers.ts";

/** A mail ready to be sent, or why there is none: `skip` when that is right, a failure when something is amiss. */
export type Composed = { ok: true; mail: OutgoingMail; version: number } | { ok: false; reason: string; skip: boolean };

/** Makes the mail of a message from what is true now: the published words, the contact's facts, the offer's stock. */
export async function composeMessage(message: Message, contact: Contact, now: Instant): Promise<Composed> {
  const locale = message.locale ?? contact.locale;
  const [brand, keys] = await Promise.all([readBrand(), tokenKeys()]);
  const urls = mailUrls(message, setting("BASE_URL"), keys);
  const content = message.rendered
    ? ({ ok: true, rendered: message.rendered, version: 0 } as const)
    : await renderMessage({ message, contact, brand, locale, urls }, now);
  if (!content.ok) return content;
  const { subject, html, text } = content.rendered;
  const headers = message.kind === "marketing" ? unsubscribeHeaders(urls.unsubscribe) : {};
  const tags = { message: message.id, contact: contact.id };
  const envelope = { to: contact.email, fromName: brand.fromName[locale], lane: message.kind };
  return { ok: true, mail: { ...envelope, subject, html, text, headers, tags }, version: content.version };
}

interface RenderInput {
  message: Message;
  contact: Contact;
  brand: Brand;
  locale: Locale;
  urls: MailUrls;
}

type Rendering = { ok: true; rendered: RenderedMail; version: number } | { ok: false; reason: string; skip: boolean };

async function renderMessage(input: RenderInput, now: Instant): Promise<Rendering> {
  const { message, contact, brand, locale } = input;
  const [loaded, limited, trialOffer] = await Promise.all([
    loadCompiled(message.template, locale),
    message.offer ? findOffer(message.offer, now) : undefined,
    trialOfferOf(message),
  ]);
  if (!loaded) return { ok: false, reason: "template-not-published", skip: false };
  // An offer that is over or sold out is no reason to write.
  if (message.offer && limited?.now.state !== "open") return { ok: false, reason: "offer-over", skip: true };
  const variables = mailVariables({ ...input, limited, trialOffer });
  const rendered = renderContent(loaded.content, variables, zoneOr(contact.timezone, brand.zone));
  if (rendered.ok) return { ok: true, rendered, version: loaded.version };
  return { ok: false, reason: `${rendered.reason}: ${rendered.names.join(", ")}`, skip: false };
}

/** The offer of the trial that a follow-up mail is about. */
async function trialOfferOf({ variables }: Message) {
  const { trial } = variables as { trial?: { offer?: string } };
  return trial?.offer ? readOfferDefinition(trial.offer) : undefined;
}
