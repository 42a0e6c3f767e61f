import type { Locale } from "../contacts/rules/contact.ts";

/** How much of a date is told: "30 November", "30 November 2026", or with the time and its zone. */
export type DateStyle = "short" | "long" | "moment";

// British order: "30 November" is read alike everywhere, "11/30" is not.
const regional: Record<Locale, string> = { en: "en-GB", "zh-CN": "zh-CN" };

const parts: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: "numeric", month: "long" },
  long: { day: "numeric", month: "long", year: "numeric" },
  moment: { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hour12: false, timeZoneName: "short" },
};

/** An instant in a zone, or a calendar day (which has none), in words. */
export function dateWords(when: string, style: DateStyle, locale: Locale, zone: string): string {
  const timeZone = /^\d{4}-\d{2}-\d{2}$/.test(when) ? "UTC" : zone;
  return new Intl.DateTimeFormat(regional[locale], { ...parts[style], timeZone }).format(new Date(when));
}

/** The last moment before something closes: what ends as December begins is told as lasting until 30 November. */
export function lastMomentBefore(end: string): string {
  return /T/.test(end) ? new Date(Date.parse(end) - 1).toISOString() : end;
}

/** A whole number with the language's grouping. */
export function numberWords(value: number, locale: Locale): string {
  return new Intl.NumberFormat(regional[locale]).format(value);
}

/** A number with its sign, "+40" or "−40", for entries that add and take. */
export function signedWords(value: number, locale: Locale): string {
  return new Intl.NumberFormat(regional[locale], { signDisplay: "exceptZero" }).format(value).replace("-", "−");
}

/** An amount in minor units; the currency says how many of them make one (100 for EUR, 1 for JPY, 1000 for KWD). */
export function moneyWords(amountMinor: number, currency: string, locale: Locale): string {
  const format = new Intl.NumberFormat(regional[locale], { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  // Whole amounts are shown without their zeros, as a price tag would.
  const whole = amountMinor % 10 ** digits === 0;
  const shown = whole ? new Intl.NumberFormat(regional[locale], wholePrice(currency)) : format;
  return shown.format(amountMinor / 10 ** digits);
}

function wholePrice(currency: string): Intl.NumberFormatOptions {
  return { style: "currency", currency, maximumFractionDigits: 0 };
}
