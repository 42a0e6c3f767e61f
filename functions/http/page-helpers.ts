import type { Locale } from "../contacts/rules/contact.ts";
import { type DateStyle, dateWords, lastMomentBefore, moneyWords, numberWords, signedWords } from "./format.ts";
import { type WordValues, words } from "./words.ts";

/** The last argument of every helper: Handlebars puts `name=value` pairs there. */
interface Options {
  hash: Record<string, unknown>;
}

/** The helpers a page may call. Each returns plain text, which Handlebars then escapes. */
export function pageHelpers(locale: Locale, zone: string) {
  return {
    t: (key: string, options: Options) => words(locale, key, options.hash as WordValues),
    date: (when: string, options: Options) => dateWords(when, styleOf(options), locale, zone),
    lastDay: (end: string, options: Options) => dateWords(lastMomentBefore(end), styleOf(options), locale, zone),
    number: (value: number) => numberWords(value, locale),
    signed: (value: number) => signedWords(value, locale),
    money: (amountMinor: number, currency: string) => moneyWords(amountMinor, currency, locale),
  };
}

function styleOf(options: Options): DateStyle {
  return (options.hash.style as DateStyle | undefined) ?? "long";
}
