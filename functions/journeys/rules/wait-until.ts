import { Temporal } from "temporal-polyfill";
import type { Offer } from "../../offers/rules/offer.ts";
import { periodAt } from "../../offers/rules/offer-now.ts";
import type { Instant } from "../../platform/clock.ts";

/** What a wait depends on besides its rule: the zone it is told in and the offers that it may wait for. */
export interface Surroundings {
  zone: string;
  offers: readonly Offer[];
}

/** How long a wait lasts; see the journey's schema for what each part means. */
export interface WaitRule {
  for: string;
  beforeOfferEnds?: { offer: string; by: string } | undefined;
  at?: string | undefined;
}

/**
 * The instant at which a wait is over. Days are calendar days of the contact's zone, so a wait over a change of summer
 * time ends at the same time of day; with `at` it ends at the first such local time thereafter.
 */
export function waitUntil(from: Instant, wait: WaitRule, { zone, offers }: Surroundings): Instant {
  const earliest = Temporal.Instant.from(from).toZonedDateTimeISO(zone).add(Temporal.Duration.from(wait.for));
  const end = beforeOfferEnds(earliest, wait, offers) ?? earliest;
  return instantOf(wait.at ? nextLocalTime(end, wait.at) : end);
}

/** So long before the offer closes; before it closes the next time, when the first closing comes too soon. */
function beforeOfferEnds(earliest: Temporal.ZonedDateTime, wait: WaitRule, offers: readonly Offer[]) {
  const offer = offers.find(({ name }) => name === wait.beforeOfferEnds?.offer);
  if (!offer || !wait.beforeOfferEnds) return undefined;
  let { closesAt } = periodAt(offer, instantOf(earliest));
  for (let tries = 0; closesAt && tries < 2; tries++) {
    const closing = Temporal.Instant.from(closesAt).toZonedDateTimeISO(earliest.timeZoneId);
    const end = closing.subtract(Temporal.Duration.from(wait.beforeOfferEnds.by));
    if (Temporal.ZonedDateTime.compare(end, earliest) >= 0) return end;
    // An offer closes the moment its next period opens.
    closesAt = offer.period === "month" ? periodAt(offer, closesAt).closesAt : undefined;
  }
  return undefined;
}

function nextLocalTime(from: Temporal.ZonedDateTime, at: string): Temporal.ZonedDateTime {
  const sameDay = from.withPlainTime(Temporal.PlainTime.from(at));
  const passed = Temporal.ZonedDateTime.compare(sameDay, from) < 0;
  return passed ? from.add({ days: 1 }).withPlainTime(Temporal.PlainTime.from(at)) : sameDay;
}

function instantOf(moment: Temporal.ZonedDateTime): Instant {
  return new Date(moment.epochMilliseconds).toISOString();
}
