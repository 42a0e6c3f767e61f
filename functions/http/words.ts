import english from "../../templates/locales/pages.en.json" with { type: "json" };
import chinese from "../../templates/locales/pages.zh-CN.json" with { type: "json" };
import type { Locale } from "../contacts/rules/contact.ts";

/** A text of the pages: plain, or one form for each plural category (`one`, `other`) chosen by `count`. */
type Words = string | { [name: string]: Words };

/** What a text may name in braces; `count` also chooses the plural form. */
export type WordValues = Record<string, string | number | undefined>;

const byLocale: Record<Locale, Words> = { en: english, "zh-CN": chinese };

/** The text of a key such as "landing.send", with its `{values}` filled in. A missing key is a fault of ours. */
export function words(locale: Locale, key: string, values: WordValues = {}): string {
  const found = key.split(".").reduce<Words | undefined>(inside, byLocale[locale]);
  const text = typeof found === "object" ? inside(found, pluralOf(locale, values)) : found;
  if (typeof text !== "string") throw new Error(`The pages have no words "${key}" in ${locale}`);
  return text.replace(/\{(\w+)\}/g, (_, name: string) => shown(locale, key, name, values));
}

function inside(words: Words | undefined, name: string): Words | undefined {
  return typeof words === "object" && Object.hasOwn(words, name) ? words[name] : undefined;
}

function pluralOf(locale: Locale, values: WordValues): string {
  return new Intl.PluralRules(locale).select(Number(values.count));
}

function shown(locale: Locale, key: string, name: string, values: WordValues): string {
  const value = values[name];
  if (value === undefined) throw new Error(`The words "${key}" need a value for {${name}}`);
  return typeof value === "number" ? value.toLocaleString(locale) : value;
}
