import type { ContentFilling } from "./content-filling.ts";
import { CONTENT_LOCALES, type ContentLocale } from "./content-locale.ts";
import type { ContentSource } from "./content-source.ts";
import { defaultFilling } from "./default-filling.ts";
import type { FieldKind } from "./field-kind.ts";
import type { FieldRegion } from "./field-region.ts";
import { type PlacedRegion, placedRegions } from "./placed-regions.ts";
import { type SharedFiles, sharedWords } from "./shared-content.ts";
import { withWords } from "./with-words.ts";

/** One field as a form shows it. */
export interface ItemField {
  name: string;
  kind: FieldKind;
  label: Readonly<Record<ContentLocale, string>>;
  hint: Readonly<Record<ContentLocale, string>>;
  most: number | null;
  optional: boolean;
  /** What the design says as long as nobody fills it. */
  design: ContentFilling;
}

/** One field of a mail; a list has fields of its own, which each of its items fills. */
export interface ContentField extends ItemField {
  fields: ItemField[];
}

/** The fields of one language of a mail, in the order of reading, with their labels in every language of the console. */
export function contentFields(source: ContentSource, shared: SharedFiles, locale: ContentLocale): ContentField[] {
  const said = CONTENT_LOCALES.map((each) => [each, saidIn(source, shared, each)] as const);
  const inEach = (region: FieldRegion, path: string, part: "label" | "hint") => {
    const own = withWords(region[part], sharedWords(shared, locale));
    const texts = said.map(([each, regions]) => [each, regions.get(path)?.[part] ?? own]);
    return Object.fromEntries(texts) as Record<ContentLocale, string>;
  };
  const view = (placed: PlacedRegion, region: FieldRegion, path: string): ItemField[] => {
    const { name, kind, most = null, optional } = region;
    if (kind === undefined) return [];
    const design = defaultFilling(placed.text, region);
    return [
      { name, kind, label: inEach(region, path, "label"), hint: inEach(region, path, "hint"), most, optional, design },
    ];
  };
  return placedRegions(source, shared, locale).flatMap((placed) => {
    const { name, fields } = placed.region;
    const inside = fields.flatMap((field) => view(placed, field, `${name}/${field.name}`));
    return view(placed, placed.region, name).map((field) => ({ ...field, fields: inside }));
  });
}

/** What the design of one language calls its fields; each language's text labels its own. */
function saidIn(source: ContentSource, shared: SharedFiles, locale: ContentLocale) {
  const words = sharedWords(shared, locale);
  const said = new Map<string, { label: string; hint: string }>();
  const note = (region: FieldRegion, path: string) => {
    said.set(path, { label: withWords(region.label, words), hint: withWords(region.hint, words) });
    for (const field of region.fields) note(field, `${path}/${field.name}`);
  };
  const isWritten = source.locales[locale] !== undefined;
  for (const { region, place } of placedRegions(source, shared, locale)) {
    if (isWritten || place.part === "template") note(region, region.name);
  }
  return said;
}
