import type { Locale } from "../../contacts/rules/contact.ts";
import type { Offer } from "../../offers/rules/offer.ts";
import type { OfferNow } from "../../offers/rules/offer-now.ts";
import type { Availability, Enrolment, LandingModel } from "./landing.ts";

/** An offer as its page shows it, in one language and at one moment. */
export function landingOffer(
  offer: Offer,
  now: OfferNow,
  locale: Locale,
): Pick<LandingModel, "offer" | "availability" | "enrol"> {
  return {
    offer: {
      name: offer.name,
      title: (offer.headline ?? offer.title)[locale],
      summary: offer.summary[locale],
      reason: offer.reason[locale],
      lengthDays: offer.lengthDays,
      includes: offer.includes?.[locale] ?? [],
      questions: offer.questions?.[locale],
    },
    availability: availabilityOf(offer, now),
    enrol: enrolmentOf(offer, locale),
  };
}

function availabilityOf({ stock }: Offer, now: OfferNow): Availability {
  const { opensAt, closesAt } = now.period;
  switch (now.state) {
    case "open":
      return { state: "open", remaining: now.remaining, stock, closesAt };
    case "sold-out":
      return { state: "sold-out", stock, opensAgainAt: now.opensAgainAt };
    case "not-yet":
      return { state: "not-yet", opensAt };
    case "ended":
      return { state: "ended", closesAt };
  }
}

// A limited offer is bought in the shop; only a trial asks for an address.
function enrolmentOf(offer: Offer, locale: Locale): Enrolment | undefined {
  if (offer.kind === "trial") return undefined;
  return { url: offer.url, price: offer.price, gift: offer.gift?.[locale] };
}
