import { readBrand } from "../brand/store.ts";
import type { Contact } from "../contacts/rules/contact.ts";
import { refusalToMail } from "../contacts/rules/may-mail.ts";
import { zoneOr } from "../contacts/rules/zone-or.ts";
import { readContacts, readSuppressions } from "../contacts/store.ts";
import { loadCompiled } from "../content/load-compiled.ts";
import type { PublishedContent } from "../content/rules/published-content.ts";
import { renderContent } from "../content/rules/render-content.ts";
import { slotValues } from "../content/rules/ses-template.ts";
import { findOffer } from "../offers/find-offer.ts";
import { readOfferDefinition } from "../offers/store.ts";
import type { Instant } from "../platform/clock.ts";
import { readOnce } from "../platform/read-once.ts";
import { setting } from "../platform/settings.ts";
import { tokenKeys } from "../platform/token-keys.ts";
import { mailUrls } from "./mail-urls.ts";
import { mailVariables } from "./rules/mail-variables.ts";
import type { Message } from "./rules/message.ts";
import type { PreparedMail } from "./rules/prepared-mail.ts";
import { unsubscribeHeaders } from "./rules/unsubscribe-headers.ts";

/** A message as it may be handed over now, or what it becomes instead. */
export type Prepared =
  | { do: "send"; message: Message; mail: PreparedMail; version: number }
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
  const made = await makeContent({ message, contact, locale, urls }, surroundings);
  if (made.do === "settle") return made;
  const headers = message.kind === "marketing" ? unsubscribeHeaders(urls.unsubscribe) : {};
  const tags = { message: message.id, contact: contact.id };
  const envelope = { to: contact.email, fromName: brand.fromName[locale], lane: message.kind };
  return { do: "send", message, mail: { ...envelope, ...made.content, headers, tags }, version: made.version };
}

interface ContentInput {
  message: Message;
  contact: Contact;
  locale: Contact["locale"];
  urls: ReturnType<typeof mailUrls>;
}

type Made =
  | { do: "made"; content: Pick<PreparedMail, "stored" | "whole">; version: number }
  | Extract<Prepared, { do: "settle" }>;

async function makeContent(input: ContentInput, { brand, ...surroundings }: Surroundings): Promise<Made> {
  const { message, contact, locale } = input;
  const { rendered } = message;
  if (rendered) return { do: "made", content: { whole: () => rendered }, version: 0 };
  const trial = trialOfferName(message);
  const [loaded, limited, trialOffer] = await Promise.all([
    surroundings.content(message.template, locale),
    message.offer ? surroundings.limited(message.offer) : undefined,
    trial ? surroundings.trialOffer(trial) : undefined,
  ]);
  if (!loaded) return failed(message, "template-not-published");
  // An offer that is over or sold out is no reason to write.
  if (message.offer && limited?.now.state !== "open") return skipped(message, "offer-over");
  const variables = mailVariables({ ...input, brand, limited, trialOffer });
  const filled = fill(loaded, variables, zoneOr(contact.timezone, brand.zone));
  if (!filled.ok) return failed(message, `${filled.reason}: ${filled.names.join(", ")}`);
  return { do: "made", content: filled, version: loaded.version };
}

/** Marketing mail whose template SES keeps is told in its slots, for many people at once; any other is written whole. */
function fill({ content, ses, sesTemplate }: PublishedContent, variables: Record<string, unknown>, zone: string) {
  const whole = () => wholeOf(renderContent(content, variables, zone));
  if (ses === "stored" && content.kind === "marketing") {
    const slots = slotValues(content, variables, zone);
    return slots.ok ? ({ ok: true, stored: { template: sesTemplate, values: slots.values }, whole } as const) : slots;
  }
  const rendered = renderContent(content, variables, zone);
  return rendered.ok ? ({ ok: true, whole: () => rendered } as const) : rendered;
}

function wholeOf(rendered: ReturnType<typeof renderContent>) {
  if (rendered.ok) return rendered;
  // What fits in slots fits in the whole, which has the same limits.
  throw new Error(`A mail that filled its slots could not be written: ${rendered.reason}`);
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
