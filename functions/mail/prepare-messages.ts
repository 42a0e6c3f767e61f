import { topicOf } from "../brand/rules/topic-of.ts";
import { readBrand } from "../brand/store.ts";
import { lastLetters } from "../contacts/last-letters.ts";
import type { Contact } from "../contacts/rules/contact.ts";
import { type MayMail, mayMail } from "../contacts/rules/may-mail.ts";
import { zoneOr } from "../contacts/rules/zone-or.ts";
import { readContacts } from "../contacts/store.ts";
import { readSuppressions } from "../contacts/suppression-store.ts";
import { takeTurn } from "../contacts/take-turn.ts";
import { type LoadedContent, loadCompiled } from "../content/load-compiled.ts";
import { findOffer } from "../offers/find-offer.ts";
import { readOfferDefinition } from "../offers/store.ts";
import { daysAfter, type Instant, secondsAfter } from "../platform/clock.ts";
import { log } from "../platform/log.ts";
import { readOnce } from "../platform/read-once.ts";
import { setting } from "../platform/settings.ts";
import { tokenKeys } from "../platform/token-keys.ts";
import { fillContent } from "./fill-content.ts";
import { type MailUrls, mailUrls } from "./mail-urls.ts";
import type { Letter } from "./rules/letter-subject.ts";
import { linkTargets } from "./rules/link-targets.ts";
import { mailVariables } from "./rules/mail-variables.ts";
import type { Message } from "./rules/message.ts";
import type { PreparedMail } from "./rules/prepared-mail.ts";
import { trialOfferName } from "./rules/trial-offer-name.ts";
import { unsubscribeHeaders } from "./rules/unsubscribe-headers.ts";

/** A message as it may be handed over now, when to look at it again, or what it becomes instead. */
export type Prepared =
  | { do: "send"; message: Message; mail: PreparedMail; made: MadeOf }
  | { do: "defer"; message: Message; dueAt: Instant }
  | { do: "settle"; message: Message; change: Partial<Message> };

const LOOK_AGAIN_SECONDS = 10 * 60;

/** What a mail was made of, as its message keeps it. */
export type MadeOf = Pick<Message, "templateVersion" | "targets">;

/** Checks at the last moment which messages may go, and makes their mails from what is true now. */
export async function prepareMessages(messages: Message[], now: Instant): Promise<Prepared[]> {
  if (messages.length === 0) return [];
  const surroundings = await surroundingsOf(messages, now);
  return Promise.all(
    messages.map((message) => prepare(message, surroundings, now).catch((error) => putOff(message, error, now))),
  );
}

/** One mail that cannot be made must not hold back all others of its lane: somebody has to look why, and it waits. */
function putOff(message: Message, error: Error, now: Instant): Prepared {
  log.error("a mail could not be made", { messageId: message.id, error });
  return { do: "defer", message, dueAt: secondsAfter(now, LOOK_AGAIN_SECONDS) };
}

type Surroundings = Awaited<ReturnType<typeof surroundingsOf>>;

/** What many messages share is read once for all of them. */
async function surroundingsOf(messages: Message[], now: Instant) {
  const [contacts, brand, keys] = await Promise.all([
    readContacts(messages.map(({ contactId }) => contactId)),
    readBrand(),
    tokenKeys(),
  ]);
  const [suppressions, lastLetterTo] = await Promise.all([
    readSuppressions([...contacts.values()].map(({ email }) => email)),
    lastLetters([...contacts.values()]),
  ]);
  return {
    contacts,
    brand,
    keys,
    suppressions,
    lastLetterTo,
    content: readOnce(async (template, locale) => loadCompiled(template ?? "", locale)),
    limited: readOnce(async (offer) => findOffer(offer ?? "", now)),
    trialOffer: readOnce(async (offer) => readOfferDefinition(offer ?? "")),
  };
}

async function prepare(message: Message, surroundings: Surroundings, now: Instant): Promise<Prepared> {
  const contact = surroundings.contacts.get(message.contactId);
  if (!contact) return skipped(message, "erased");
  const locale = message.locale ?? contact.locale;
  const loaded = message.rendered ? undefined : await surroundings.content(message.template, locale);
  const held = holdBack(message, mayGo(message, contact, loaded, surroundings, now), now);
  if (held) return held;
  const urls = mailUrls(message, setting("BASE_URL"), surroundings.keys, letterOf(message, loaded));
  const made = await makeContent({ message, contact, locale, urls, loaded }, surroundings);
  if (made.do === "settle") return made;
  // Last of all: a turn is not used up by a letter that cannot be written.
  const waits = message.kind === "marketing" && holdBack(message, await takeTurn(contact, message.id, now), now);
  if (waits) return waits;
  return {
    do: "send",
    message,
    mail: { ...envelopeOf(message, contact, locale, urls, surroundings), ...made.content },
    made: made.of,
  };
}

/** Only a mail with tracked links needs a token for them. */
function letterOf({ id, contactId }: Message, loaded: LoadedContent | undefined): Letter | undefined {
  if (!loaded?.content.links) return undefined;
  return { contactId, messageId: id, version: loaded.version, locale: loaded.content.locale };
}

function mayGo(
  { id, kind }: Message,
  contact: Contact,
  loaded: LoadedContent | undefined,
  { brand, suppressions, lastLetterTo }: Surroundings,
  now: Instant,
): MayMail {
  const topic = topicOf(brand, loaded?.content.topic);
  const suppression = suppressions.get(contact.email);
  return mayMail({ kind, topic, contact, suppression, lastMarketingAt: lastLetterTo(contact.id, id), now });
}

/** A letter that waits is looked at again after a day at the latest, because its reader may end a break early. */
function holdBack(message: Message, may: MayMail, now: Instant): Exclude<Prepared, { do: "send" }> | undefined {
  if (may.do === "go") return undefined;
  if (may.do === "refused") return skipped(message, may.reason);
  const [dueAt = may.until] = [may.until, daysAfter(now, 1)].sort();
  return { do: "defer", message, dueAt };
}

function envelopeOf(
  message: Message,
  contact: Contact,
  locale: Contact["locale"],
  urls: MailUrls,
  { brand }: Surroundings,
): Omit<PreparedMail, "stored" | "whole"> {
  return {
    to: contact.email,
    fromName: brand.fromName[locale],
    lane: message.kind,
    headers: message.kind === "marketing" ? unsubscribeHeaders(urls.unsubscribe) : {},
    tags: { message: message.id, contact: contact.id },
  };
}

interface ContentInput {
  message: Message;
  contact: Contact;
  locale: Contact["locale"];
  urls: MailUrls;
  loaded: LoadedContent | undefined;
}

type Made =
  | { do: "made"; content: Pick<PreparedMail, "stored" | "whole">; of: MadeOf }
  | Extract<Prepared, { do: "settle" }>;

async function makeContent(input: ContentInput, { brand, ...surroundings }: Surroundings): Promise<Made> {
  const { message, contact, loaded } = input;
  const { rendered } = message;
  if (rendered) return { do: "made", content: { whole: () => rendered }, of: { templateVersion: 0 } };
  const trial = trialOfferName(message);
  const [limited, trialOffer] = await Promise.all([
    message.offer ? surroundings.limited(message.offer) : undefined,
    trial ? surroundings.trialOffer(trial) : undefined,
  ]);
  if (!loaded) return failed(message, "template-not-published");
  // An offer that is over or sold out is no reason to write.
  if (message.offer && limited?.now.state !== "open") return skipped(message, "offer-over");
  const variables = mailVariables({ ...input, brand, limited, trialOffer });
  const filled = fillContent(loaded, variables, zoneOr(contact.timezone, brand.zone));
  if (!filled.ok) return failed(message, `${filled.reason}: ${filled.names.join(", ")}`);
  const targets = linkTargets(loaded.content.links, variables);
  return { do: "made", content: filled, of: { templateVersion: loaded.version, ...(targets ? { targets } : {}) } };
}

function skipped(message: Message, skipReason: string) {
  return { do: "settle", message, change: { state: "skipped", skipReason } } as const;
}

function failed(message: Message, failure: string) {
  return { do: "settle", message, change: { state: "failed", failure } } as const;
}
