import * as z from "zod/mini";

/** The languages that templates are written in; the first is the one to fall back to. */
export const CONTENT_LOCALES = ["en", "zh-CN"] as const;

export const ContentLocale = z.enum(CONTENT_LOCALES);
export type ContentLocale = z.infer<typeof ContentLocale>;

/** Chooses the template language for a contact's own locale ("zh-TW" reads "zh-CN" rather than English). */
export function contentLocaleFor(locale: string | undefined): ContentLocale {
  return locale?.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}

/** The languages to try in turn, until one of them has been published. */
export function localesToTry(locale: string | undefined): ContentLocale[] {
  const wanted = contentLocaleFor(locale);
  return [wanted, ...CONTENT_LOCALES.filter((other) => other !== wanted)];
}
