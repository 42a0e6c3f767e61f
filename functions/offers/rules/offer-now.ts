import * as Instants from "temporal-polyfill/fns/Instant";
import * as Zoned from "temporal-polyfill/fns/ZonedDateTime";
import type { Instant } from "../../platform/clock.ts";
import { dayStart, instantOf } from "./day-start.ts";
import type { Offer } from "./offer.ts";

/** One stretch of time with a stock of its own; `key` names its row. */
export interface OfferPeriod {
  key: string;
  opensAt: Instant;
  /** The first instant at which it is over; undefined when it never closes. */
  closesAt?: Instant;
}

/** The offer as a visitor finds it at one instant. */
export type OfferNow =
  | { state: "open"; period: OfferPeriod; remaining: number }
  | { state: "sold-out"; period: OfferPeriod; remaining: 0; opensAgainAt?: Instant }
  | { state: "not-yet"; period: OfferPeriod; remaining: number }
  | { state: "ended"; period: OfferPeriod; remaining: 0 };

/** The period in which `now` falls: the calendar month in the offer's zone, or its single period. */
export function periodAt(offer: Offer, now: Instant): OfferPeriod {
  const { zone, opensOn, closesOn } = offer;
  if (offer.period === "month") return monthAt(zone, now);
  const opensAt = opensOn ? dayStart(opensOn, 0, zone) : "1970-01-01T00:00:00.000Z";
  // The closing day itself is still part of the offer.
  return { key: "once", opensAt, ...(closesOn ? { closesAt: dayStart(closesOn, 1, zone) } : {}) };
}

/** What a visitor finds: how many places are left, and whether they can be had now. */
export function offerAt(offer: Offer, taken: number, now: Instant): OfferNow {
  const period = periodAt(offer, now);
  if (now < period.opensAt) return { state: "not-yet", period, remaining: offer.stock };
  if (period.closesAt && now >= period.closesAt) return { state: "ended", period, remaining: 0 };
  const remaining = Math.max(0, offer.stock - taken);
  if (remaining > 0) return { state: "open", period, remaining };
  return {
    state: "sold-out",
    period,
    remaining: 0,
    ...(offer.period === "month" ? { opensAgainAt: period.closesAt } : {}),
  };
}

function monthAt(zone: string, now: Instant): OfferPeriod {
  const first = Zoned.startOfMonth(Instants.toZonedDateTimeISO(Instants.fromString(now), zone));
  const key = `${first.year}-${String(first.month).padStart(2, "0")}`;
  return { key, opensAt: instantOf(first), closesAt: instantOf(Zoned.addMonths(first, 1)) };
}
