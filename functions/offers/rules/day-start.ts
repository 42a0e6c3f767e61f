import * as Days from "temporal-polyfill/fns/PlainDate";
import type * as Zoned from "temporal-polyfill/fns/ZonedDateTime";
import type { Instant } from "../../platform/clock.ts";

/** Where a calendar day ("2026-11-30"), or one so many days later, begins in a zone. */
export function dayStart(day: string, daysLater: number, zone: string): Instant {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return instantOf(Days.toZonedDateTime(Days.addDays(Days.create(year, month, date), daysLater), zone));
}

/** The instant of a time in a zone. */
export function instantOf({ epochMilliseconds }: Zoned.Record): Instant {
  return new Date(epochMilliseconds).toISOString();
}
