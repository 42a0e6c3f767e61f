import { Temporal } from "temporal-polyfill";
import type { Instant } from "../../platform/clock.ts";
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
  if (offer.period === "month") return monthAt(offer.zone, now);
  const opensAt = offer.opensOn
    ? dayStart(Temporal.PlainDate.from(offer.opensOn), offer.zone)
    : "1970-01-01T00:00:00.000Z";
  if (!offer.closesOn) return { key: "once", opensAt };
  // The closing day itself is still part of the offer.
  return {
    key: "once",
    opensAt,
    closesAt: dayStart(Temporal.PlainDate.from(offer.closesOn).add({ days: 1 }), offer.zone),
  };
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
  const first = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().with({ day: 1 });
  return {
    key: first.toString().slice(0, 7),
    opensAt: dayStart(first, zone),
    closesAt: dayStart(first.add({ months: 1 }), zone),
  };
}

function dayStart(day: Temporal.PlainDate, zone: string): Instant {
  return new Date(day.toZonedDateTime(zone).epochMilliseconds).toISOString();
}
