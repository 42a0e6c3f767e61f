const DAY = 24 * 60 * 60 * 1000;

/** The story's first morning: the 4th of next month at 09:00 UTC, so that no offer closes in its first weeks. */
export function firstMorning(now: string): string {
  const today = new Date(now);
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 4, 9)).toISOString();
}

/** The same hour so many days later. */
export function daysLater(start: string, days: number): string {
  return new Date(Date.parse(start) + days * DAY).toISOString();
}
