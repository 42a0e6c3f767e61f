import type { Instant } from "../../platform/clock.ts";

/** The month that an instant lies in, in UTC as AWS bills: "2026-11". */
export function monthOf(at: Instant): string {
  return at.slice(0, 7);
}

/** When the month after that of an instant begins: 00:00 UTC on its first day. */
export function nextMonthAt(at: Instant): Instant {
  const [year = 0, month = 0] = monthOf(at).split("-").map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString();
}

/** What a month will have cost at its end if it goes on as it has so far; nothing is foretold of its first day. */
export function forecastOf(nanos: number, at: Instant): number | undefined {
  const begin = Date.parse(`${monthOf(at)}-01T00:00:00.000Z`);
  const gone = Date.parse(at) - begin;
  const whole = Date.parse(nextMonthAt(at)) - begin;
  return gone < DAY_MS ? undefined : Math.round((nanos * whole) / gone);
}

const DAY_MS = 24 * 60 * 60 * 1000;
