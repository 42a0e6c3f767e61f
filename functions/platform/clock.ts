/** An instant in UTC as an ISO 8601 string with milliseconds, so that instants sort as text. */
export type Instant = string;

/** The present instant; only entry files ask for it, everything below is handed the answer. */
export function now(): Instant {
  return new Date().toISOString();
}

/** The instant that lies `seconds` after `at` (before it when negative). */
export function secondsAfter(at: Instant, seconds: number): Instant {
  return new Date(Date.parse(at) + seconds * 1000).toISOString();
}

/** The instant `days` whole days of 24 hours after `at` (before it when negative), whatever clocks do meanwhile. */
export function daysAfter(at: Instant, days: number): Instant {
  return secondsAfter(at, days * 24 * 60 * 60);
}

/** An instant as whole seconds since 1970, the form that DynamoDB's time to live demands. */
export function epochSeconds(at: Instant): number {
  return Math.floor(Date.parse(at) / 1000);
}
