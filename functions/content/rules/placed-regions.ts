import type { ContentLocale } from "./content-locale.ts";
import type { ProblemPlace } from "./content-problem.ts";
import type { ContentSource } from "./content-source.ts";
import { pathOf, type SourceFile, writtenFiles } from "./expand-source.ts";
import { type FieldRegion, fieldRegions } from "./field-region.ts";
import type { SharedFiles } from "./shared-content.ts";
import { positionAt } from "./source-position.ts";

/** A field of a mail and the file that declares it. */
export interface PlacedRegion {
  region: FieldRegion;
  place: ProblemPlace;
  /** The text of its file. */
  text: string;
  firstLine: number;
  lastLine: number;
}

const DEEPEST_CALL = 3;

/** The fields of one language of a mail in the order in which it is read: layout, body and what they call. */
export function placedRegions(source: ContentSource, shared: SharedFiles, locale: ContentLocale): PlacedRegion[] {
  const files = new Map(writtenFiles(source, shared, locale).map((file) => [file.place.file, file]));
  const seen = new Set<string>();
  const walk = (path: string, depth: number): PlacedRegion[] => {
    const file = files.get(path);
    if (!file || depth > DEEPEST_CALL || seen.has(path)) return [];
    seen.add(path);
    const calls = [...file.text.matchAll(/\{\{~?>\s*([\w-]+)/g)].map((call) => ({
      at: call.index,
      found: () => walk(pathOf(call[1] ?? "", source, locale), depth + 1),
    }));
    const own = regionsOf(file).map((placed) => ({ at: placed.region.element.tag.at, found: () => [placed] }));
    return [...calls, ...own].sort((a, b) => a.at - b.at).flatMap(({ found }) => found());
  };
  return walk(`layouts/${source.layout}.mjml`, 0);
}

function regionsOf({ text, place }: SourceFile): PlacedRegion[] {
  return fieldRegions(text).map((region) => {
    const { tag, end } = region.element;
    return { region, place, text, firstLine: positionAt(text, tag.at).line, lastLine: positionAt(text, end).line };
  });
}
