import type { ContentLocale } from "./content-locale.ts";
import type { DateStyle } from "./helper-signatures.ts";

// British order: "30 November" is read alike everywhere, "11/30" is not.
const REGIONAL: Record<ContentLocale, string> = { en: "en-GB", "zh-CN": "zh-CN" };

const DATE_PARTS: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: "numeric", month: "long", year: "numeric" },
  weekday: { weekday: "long", day: "numeric", month: "long" },
  short: { day: "numeric", month: "long" },
  time: { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
};

interface DateFormat {
  format: Intl.DateTimeFormat;
  /** What was written before. */
  written: Map<string, string>;
}

const MOST_WRITTEN = 1000;
const dateFormats = new Map<string, DateFormat>();

/** An instant in words, in the reader's language and zone. */
export function formatDate(instant: string, style: DateStyle, locale: ContentLocale, zone: string): string {
  const { format, written } = dateFormat(style, locale, zone);
  let words = written.get(instant);
  if (words === undefined) {
    words = format.format(Date.parse(instant)).replace(",", "");
    if (written.size >= MOST_WRITTEN) written.clear();
    written.set(instant, words);
  }
  return words;
}

function dateFormat(style: DateStyle, locale: ContentLocale, zone: string): DateFormat {
  const key = `${locale}|${style}|${zone}`;
  let known = dateFormats.get(key);
  if (!known) {
    const options = { ...DATE_PARTS[style], timeZone: knownZone(zone) };
    known = { format: new Intl.DateTimeFormat(REGIONAL[locale], options), written: new Map() };
    dateFormats.set(key, known);
  }
  return known;
}

/** The day on which something last holds: an end at midnight belongs to the day before. */
export function lastMomentBefore(end: string): string {
  return new Date(Date.parse(end) - 1).toISOString();
}

/** A whole number; all languages of ours group its digits by three, with commas. */
export function formatNumber(value: number): string {
  const digits = String(value);
  return Math.abs(value) < 1000 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** An amount in minor units; whole amounts are shown without their zeros, as a price tag would. */
export function formatMoney(amountMinor: number, currency: string, locale: ContentLocale): string {
  const { before, after, minorDigits } = moneyFormat(currency, locale);
  const digits = String(Math.abs(amountMinor)).padStart(minorDigits + 1, "0");
  const [whole, minor] = [digits.slice(0, digits.length - minorDigits), digits.slice(digits.length - minorDigits)];
  const decimals = /[^0]/.test(minor) ? `.${minor}` : "";
  return `${amountMinor < 0 ? "-" : ""}${before}${formatNumber(Number(whole))}${decimals}${after}`;
}

interface MoneyFormat {
  before: string;
  after: string;
  minorDigits: number;
}

const moneyFormats = new Map<string, MoneyFormat>();

function moneyFormat(currency: string, locale: ContentLocale): MoneyFormat {
  const key = `${locale}|${currency}`;
  let known = moneyFormats.get(key);
  if (!known) {
    known = readMoneyFormat(currency, locale);
    if (moneyFormats.size >= MOST_WRITTEN) moneyFormats.clear();
    moneyFormats.set(key, known);
  }
  return known;
}

/** A code that no table of currencies knows is shown as it came, with the two decimals of most currencies. */
function readMoneyFormat(currency: string, locale: ContentLocale): MoneyFormat {
  if (!/^[A-Za-z]{3}$/.test(currency)) {
    return { before: "", after: ` ${currency}`, minorDigits: 2 };
  }
  const format = new Intl.NumberFormat(REGIONAL[locale], { style: "currency", currency });
  const parts = format.formatToParts(1);
  const at = parts.findIndex(({ type }) => type === "integer");
  const textOf = (some: Intl.NumberFormatPart[]) => some.map(({ value }) => value).join("");
  const after = parts.slice(at + 1).filter(({ type }) => type !== "decimal" && type !== "fraction");
  const minorDigits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return { before: textOf(parts.slice(0, at)), after: textOf(after), minorDigits };
}

/** The form of a counted thing, with # standing for the number. English has one for a single thing, Chinese has not. */
export function formatPlural(count: number, forms: Readonly<Record<string, string>>, locale: ContentLocale): string {
  const isSingle = locale === "en" && Math.abs(count) === 1;
  const form = (count === 0 ? forms.zero : undefined) ?? (isSingle ? forms.one : undefined) ?? forms.other ?? "";
  return form.includes("#") ? form.replaceAll("#", formatNumber(count)) : form;
}

/** Zones get renamed and removed; a mail is better with UTC than not at all. */
function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
