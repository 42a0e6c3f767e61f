import type { TemplateLocale, TemplateSource } from "../../api/schema.d.ts";

const every: TemplateLocale[] = ["en", "zh-CN"];

/** The languages a template could be written in and is not: readers of these get the English mail. */
export function missingLocales(source: TemplateSource): TemplateLocale[] {
  return every.filter((locale) => source.locales[locale] === undefined);
}

/** The languages a template is written in; English is always there. */
export function localesOf({ locales }: TemplateSource): TemplateLocale[] {
  return (Object.keys(locales) as TemplateLocale[]).filter((locale) => locales[locale] !== undefined);
}
