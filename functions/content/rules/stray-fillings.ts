import type { ContentLocale } from "./content-locale.ts";
import { advice, type ContentProblem } from "./content-problem.ts";
import type { ContentSource } from "./content-source.ts";
import { placedRegions } from "./placed-regions.ts";
import type { SharedFiles } from "./shared-content.ts";

/** What was filled into a field that the design no longer has: it is kept, and shown nowhere. */
export function strayFillings(source: ContentSource, shared: SharedFiles, locale: ContentLocale): ContentProblem[] {
  const filled = Object.keys(source.locales[locale]?.fields ?? {});
  if (filled.length === 0) return [];
  const names = new Set(placedRegions(source, shared, locale).map(({ region }) => region.name));
  const place = { file: `${locale}.fields.yaml`, part: "template", locale } as const;
  return filled.filter((name) => !names.has(name)).map((name) => advice(place, { code: "field-unknown", name }));
}
