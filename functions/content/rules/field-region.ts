import type { FieldKind } from "./field-kind.ts";
import { attributeOf, type SourceElement, sourceElements } from "./source-elements.ts";

/** A place of a design that is filled in a form, while everything around it stays as it is. */
export interface FieldRegion {
  name: string;
  /** Undefined for an element that cannot be filled. */
  kind: FieldKind | undefined;
  element: SourceElement;
  label: string;
  hint: string;
  /** The most letters, or the most items of a list. */
  most: number | undefined;
  optional: boolean;
  /** The fields of each item of a list. */
  fields: FieldRegion[];
}

const KINDS: readonly [FieldKind, readonly string[]][] = [
  ["line", ["h1", "h2", "h3", "h4", "p", "span", "strong", "em", "b", "i", "li", "td", "th"]],
  ["paragraphs", ["mj-text", "div"]],
  ["picture", ["mj-image", "img"]],
  ["link", ["mj-button", "a"]],
];

/** The fields that a file declares, those of lists within their lists. */
export function fieldRegions(source: string): FieldRegion[] {
  const found: FieldRegion[] = [];
  const regions = new Map<SourceElement, FieldRegion>();
  const nearest = new Map<SourceElement, FieldRegion | undefined>();
  for (const element of sourceElements(source)) {
    const around = element.parent && (regions.get(element.parent) ?? nearest.get(element.parent));
    nearest.set(element, around);
    const name = attributeOf(source, element.tag, "field");
    if (name !== undefined) {
      const region = regionOf(source, element, name);
      regions.set(element, region);
      (around?.fields ?? found).push(region);
    }
  }
  return found.map(asList);
}

function regionOf(source: string, element: SourceElement, name: string): FieldRegion {
  const read = (attribute: string) => attributeOf(source, element.tag, attribute) ?? "";
  const most = Number.parseInt(read("field-most"), 10);
  return {
    name,
    kind: KINDS.find(([, tags]) => tags.includes(element.tag.name))?.[0],
    element,
    label: read("field-label") || name,
    hint: read("field-hint"),
    most: most > 0 ? most : undefined,
    optional: element.tag.attributes.some((attribute) => attribute.name === "field-optional"),
    fields: [],
  };
}

/** An element with fields inside is one item of a list. */
function asList(region: FieldRegion): FieldRegion {
  return region.fields.length > 0 ? { ...region, kind: "list", fields: region.fields.map(asList) } : region;
}
