import { type DayReport, lastReports } from "./store.ts";

/** How many days back staff sees. */
const DAYS_SHOWN = 14;

/** How our books and SES's events compared on the last days, the newest first. */
export function listDays(): Promise<DayReport[]> {
  return lastReports(DAYS_SHOWN);
}
