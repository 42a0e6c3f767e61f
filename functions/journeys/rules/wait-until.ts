import * as Durations from "temporal-polyfill/fns/Duration";
import * as Instants from "temporal-polyfill/fns/Instant";
import * as Times from "temporal-polyfill/fns/PlainTime";
import * as Zoned from "temporal-polyfill/fns/ZonedDateTime";
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
  const earliest = Zoned.add(inZone(from, zone), Durations.fromString(wait.for));
  const end = beforeOfferEnds(earliest, wait, offers) ?? earliest;
  return instantOf(wait.at ? nextLocalTime(end, wait.at) : end);
}

/** So long before the offer closes; before it closes the next time, when the first closing comes too soon. */
function beforeOfferEnds(earliest: Zoned.Record, wait: WaitRule, offers: readonly Offer[]): Zoned.Record | undefined {
  const offer = offers.find(({ name }) => name === wait.beforeOfferEnds?.offer);
  if (!offer || !wait.beforeOfferEnds) return undefined;
  let { closesAt } = periodAt(offer, instantOf(earliest));
  for (let tries = 0; closesAt && tries < 2; tries++) {
    const end = Zoned.subtract(inZone(closesAt, earliest.timeZoneId), Durations.fromString(wait.beforeOfferEnds.by));
    if (Zoned.compare(end, earliest) >= 0) return end;
    // An offer closes the moment its next period opens.
    closesAt = offer.period === "month" ? periodAt(offer, closesAt).closesAt : undefined;
  }
  return undefined;
}

function nextLocalTime(from: Zoned.Record, at: string): Zoned.Record {
  const time = Times.fromString(at);
  const sameDay = Zoned.withPlainTime(from, time);
  const passed = Zoned.compare(sameDay, from) < 0;
  return passed ? Zoned.withPlainTime(Zoned.addDays(from, 1), time) : sameDay;
}

function inZone(at: Instant, zone: string): Zoned.Record {
  return Instants.toZonedDateTimeISO(Instants.fromString(at), zone);
}

function instantOf({ epochMilliseconds }: Zoned.Record): Instant {
  return new Date(epochMilliseconds).toISOString();
}
