import { LOCALES, type Locale } from "../contacts/rules/contact.ts";

/** Where a wish for a language may come from, the strongest first. */
export interface LocaleWishes {
  /** `?lang=` or the form's hidden field: what the person chose just now. */
  asked?: string | undefined;
  /** What the contact chose earlier. */
  known?: string | undefined;
  acceptLanguage?: string | undefined;
}

/** The language to answer in: the choice of the moment, then the kept one, then the browser's. */
export function localeFrom(wishes: LocaleWishes): Locale {
  return localeOf(wishes.asked) ?? localeOf(wishes.known) ?? fromBrowser(wishes.acceptLanguage) ?? LOCALES[0];
}

/** The language a tag stands for, if we speak it. Every Chinese tag reads the one Chinese text we have. */
export function localeOf(tag: string | undefined): Locale | undefined {
  const language = tag?.trim().toLowerCase().split(/[-_]/, 1)[0];
  return LOCALES.find((locale) => locale.split("-", 1)[0] === language);
}

function fromBrowser(header: string | undefined): Locale | undefined {
  // A header is capped before it is taken apart; no browser sends more than a handful of languages.
  const wishes = (header ?? "").slice(0, 500).split(",").slice(0, 20).map(wish);
  const liked = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return liked.map(({ tag }) => localeOf(tag)).find((locale) => locale !== undefined);
}

function wish(part: string): { tag: string; weight: number } {
  const [tag = "", ...parameters] = part.split(";");
  const quality = parameters.map((each) => /^\s*q=(\d(?:\.\d{1,3})?)\s*$/i.exec(each)?.[1]).find(Boolean);
  return { tag, weight: quality === undefined ? 1 : Number(quality) };
}
