import type { Brand } from "../../brand/rules/brand.ts";
import type { Contact, Locale } from "../../contacts/rules/contact.ts";
import type { Offer } from "../../offers/rules/offer.ts";
import type { OfferNow } from "../../offers/rules/offer-now.ts";
import type { MailUrls } from "../mail-urls.ts";
import type { Message } from "./message.ts";

/** Everything a mail may tell, gathered at the moment of sending. */
export interface MailFacts {
  message: Pick<Message, "variables">;
  contact: Pick<Contact, "name">;
  brand: Brand;
  locale: Locale;
  limited: { offer: Offer; now: OfferNow } | undefined;
  trialOffer: Offer | undefined;
  urls: MailUrls;
}

/** The variables of a mail: what its cause told, and what is true now of the brand, the person and the offer. */
export function mailVariables({
  message,
  contact,
  brand,
  locale,
  limited,
  trialOffer,
  urls,
}: MailFacts): Record<string, unknown> {
  const { links, ...told } = message.variables as { links?: Record<string, string> };
  return {
    ...told,
    contact: { name: contact.name ?? "" },
    brand: { name: brand.name[locale], postalAddress: brand.postalAddress, phone: brand.phone },
    urls,
    links: {
      portal: urls.portal,
      confirm: urls.confirm,
      signIn: urls.signIn,
      ...links,
      ...offerLink(limited),
      ...startLink(trialOffer),
    },
    ...(trialOffer ? { offer: { title: trialOffer.title[locale], lengthDays: trialOffer.lengthDays } } : {}),
    ...(limited ? { limited: limitedOf(limited, locale) } : {}),
  };
}

function offerLink(limited: MailFacts["limited"]): { offer?: string } {
  return limited ? { offer: limited.offer.url } : {};
}

function startLink(trialOffer: Offer | undefined): { start?: string } {
  return trialOffer ? { start: trialOffer.url } : {};
}

/** Deadline and remaining stock are those of this moment, never those of the day the mail was planned. */
function limitedOf({ offer, now }: NonNullable<MailFacts["limited"]>, locale: Locale) {
  return {
    title: offer.title[locale],
    reason: offer.reason[locale],
    gift: offer.gift?.[locale],
    remaining: now.remaining,
    endsAt: now.period.closesAt,
  };
}
