import { LOCALES, type Locale } from "../contacts/rules/contact.ts";

export interface LanguageLink {
  locale: Locale;
  /** The language's own name, as its readers know it. */
  label: string;
  href: string;
  current: boolean;
}

const labels: Record<Locale, string> = { en: "English", "zh-CN": "中文" };

/** Links to the same page in every language. */
export function languageLinks(here: string, current: Locale): LanguageLink[] {
  return LOCALES.map((locale) => ({
    locale,
    label: labels[locale],
    href: withLanguage(here, locale),
    current: locale === current,
  }));
}

function withLanguage(here: string, locale: Locale): string {
  // The host is a stand-in that falls away again: a path is all that comes back.
  const url = new URL(`https://here.invalid/${here.replace(/^[/\\]*/, "")}`);
  url.searchParams.set("lang", locale);
  // "/o/..//evil.example" is shortened to "//evil.example", which a browser takes for another site.
  return url.pathname.replace(/^\/+/, "/") + url.search;
}
