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

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** An instant in words, in the reader's language and zone. */
export function formatDate(instant: string, style: DateStyle, locale: ContentLocale, zone: string): string {
  const key = `${locale}|${style}|${zone}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(REGIONAL[locale], { ...DATE_PARTS[style], timeZone: knownZone(zone) });
    dateFormats.set(key, format);
  }
  return format.format(new Date(instant)).replace(",", "");
}

/** The day on which something last holds: an end at midnight belongs to the day before. */
export function lastMomentBefore(end: string): string {
  return new Date(Date.parse(end) - 1).toISOString();
}

/** A whole number with the language's grouping. */
export function formatNumber(value: number, locale: ContentLocale): string {
  return numberFormat(locale, {}).format(value);
}

/** An amount in minor units; whole amounts are shown without their zeros, as a price tag would. */
export function formatMoney(amountMinor: number, currency: string, locale: ContentLocale): string {
  // A code that no table of currencies knows is shown as it came, with the two decimals of most currencies.
  const isCode = /^[A-Za-z]{3}$/.test(currency);
  const style = isCode ? ({ style: "currency", currency } as const) : {};
  const minorDigits = isCode ? (numberFormat(locale, style).resolvedOptions().maximumFractionDigits ?? 2) : 2;
  const minorPerUnit = 10 ** minorDigits;
  const isWhole = amountMinor % minorPerUnit === 0;
  const digits = isWhole ? { maximumFractionDigits: 0 } : { minimumFractionDigits: minorDigits };
  const amount = numberFormat(locale, { ...style, ...digits }).format(amountMinor / minorPerUnit);
  return isCode ? amount : `${amount} ${currency}`;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Making a format takes a hundred times as long as using it. */
function numberFormat(locale: ContentLocale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(REGIONAL[locale], options);
    numberFormats.set(key, format);
  }
  return format;
}

const pluralRules: Partial<Record<ContentLocale, Intl.PluralRules>> = {};

/** The form of a counted thing, with # standing for the number. */
export function formatPlural(count: number, forms: Readonly<Record<string, string>>, locale: ContentLocale): string {
  pluralRules[locale] ??= new Intl.PluralRules(REGIONAL[locale]);
  const chosen = pluralRules[locale].select(count);
  const form = (count === 0 ? forms.zero : undefined) ?? forms[chosen] ?? forms.other ?? "";
  return form.replaceAll("#", formatNumber(count, locale));
}

/** Zones get renamed and removed; a mail is better with UTC than not at all. */
function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
