import type { Instant } from "../../platform/clock.ts";

const DAY = 24 * 60 * 60 * 1000;

/** The instant `days` whole days of 24 hours after `at` (before it when negative), whatever clocks do meanwhile. */
export function daysAfter(at: Instant, days: number): Instant {
  return new Date(Date.parse(at) + days * DAY).toISOString();
}
