import { CONTENT_LOCALES } from "./content-locale.ts";
import type { ContentProblem } from "./content-problem.ts";
import type { ContentSource } from "./content-source.ts";
import { placedRegions } from "./placed-regions.ts";
import type { SharedFiles } from "./shared-content.ts";

/** Names the field for whatever is wrong on the lines that somebody filled: who fills fields sees no lines. */
export function pointToFields(
  problems: readonly ContentProblem[],
  source: ContentSource,
  shared: SharedFiles,
): ContentProblem[] {
  const filled = CONTENT_LOCALES.flatMap((locale) => {
    const fillings = source.locales[locale]?.fields ?? {};
    if (Object.keys(fillings).length === 0) return [];
    const regions = placedRegions(source, shared, locale);
    return regions.filter(({ region }) => Object.hasOwn(fillings, region.name)).map((each) => ({ ...each, locale }));
  });
  return problems.map((problem) => {
    const { file, line, locale } = problem;
    const at = filled.find(
      (each) => each.place.file === file && each.locale === locale && line >= each.firstLine && line <= each.lastLine,
    );
    return problem.field === null && at ? { ...problem, field: at.region.name } : problem;
  });
}
