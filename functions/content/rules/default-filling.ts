import type { ContentFilling } from "./content-filling.ts";
import type { FieldRegion } from "./field-region.ts";
import { richText } from "./rich-text.ts";
import { attributeOf, insideOf, wordsIn } from "./source-elements.ts";

/** What a field says as long as nobody has filled it: what its design holds in its place. */
export function defaultFilling(source: string, region: FieldRegion): ContentFilling {
  const { element, kind, fields } = region;
  const read = (name: string) => unescaped(attributeOf(source, element.tag, name) ?? "");
  const inside = insideOf(source, element);
  switch (kind) {
    case "list":
      return { items: [Object.fromEntries(fields.map((field) => [field.name, plain(source, field)]))] };
    case "picture":
      return { src: read("src"), alt: read("alt"), ...(read("href") ? { href: read("href") } : {}) };
    case "link":
      return { words: unescaped(wordsIn(inside)), href: read("href") };
    case "paragraphs":
      return richText(inside).html;
    default:
      return unescaped(wordsIn(inside));
  }
}

function plain(source: string, region: FieldRegion) {
  const filling = defaultFilling(source, region);
  return typeof filling === "object" && "items" in filling ? "" : filling;
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
