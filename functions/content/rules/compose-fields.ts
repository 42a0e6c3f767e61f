import {
  type ContentFilling,
  type ContentFillings,
  isEmptyFilling,
  type LinkFilling,
  type PictureFilling,
} from "./content-filling.ts";
import { defaultFilling } from "./default-filling.ts";
import type { FieldKind } from "./field-kind.ts";
import { type FieldRegion, fieldRegions } from "./field-region.ts";
import { filledAddress, filledText } from "./filled-text.ts";
import { richText } from "./rich-text.ts";
import type { SourceTag } from "./scan-tags.ts";
import { insideOf } from "./source-elements.ts";

/** Puts what fills the fields of a file into their places. Every line stays the same line, so problems keep theirs. */
export function composeFields(source: string, fillings: ContentFillings = {}): string {
  return composeAll(source, 0, source.length, fieldRegions(source), fillings);
}

/** Whether a value is of the shape that a field of this kind holds. */
export function fitsKind(kind: FieldKind | undefined, filling: ContentFilling): boolean {
  if (typeof filling === "string") return kind === "line" || kind === "paragraphs";
  if ("items" in filling) return kind === "list";
  return kind === ("src" in filling ? "picture" : "link");
}

function composeAll(
  source: string,
  from: number,
  to: number,
  regions: readonly FieldRegion[],
  fillings: ContentFillings,
): string {
  let at = from;
  let composed = "";
  for (const region of regions) {
    const { tag, end } = region.element;
    const given = Object.hasOwn(fillings, region.name) ? fillings[region.name] : undefined;
    composed += source.slice(at, tag.at) + compose(source, region, given);
    at = end;
  }
  return composed + source.slice(at, to);
}

function compose(source: string, region: FieldRegion, given: ContentFilling | undefined): string {
  const { tag, end } = region.element;
  const filling = given !== undefined && fitsKind(region.kind, given) ? given : undefined;
  if (isEmptyFilling(filling ?? defaultFilling(source, region))) {
    return linesOf(source.slice(tag.at, end));
  }
  return filling === undefined
    ? asDesigned(source, region)
    : onItsLines(source, region, filled(source, region, filling));
}

function asDesigned(source: string, region: FieldRegion): string {
  const { tag, insideEnd, end } = region.element;
  const inside = composeAll(source, tag.end, insideEnd, region.fields, {});
  return tagWithout(source, tag, isFieldAttribute) + inside + source.slice(insideEnd, end);
}

function filled(source: string, region: FieldRegion, filling: ContentFilling): string {
  if (typeof filling === "string") {
    const inside = region.kind === "paragraphs" ? richText(filling).html : filledText(filling);
    return around(source, region, "", inside);
  }
  if ("items" in filling) {
    return filling.items.map((item) => flat(composeItem(source, region, item))).join("");
  }
  return "src" in filling ? picture(source, region, filling) : link(source, region, filling);
}

function composeItem(source: string, region: FieldRegion, item: ContentFillings): string {
  const { tag, insideEnd, end } = region.element;
  const inside = composeAll(source, tag.end, insideEnd, region.fields, item);
  return tagWithout(source, tag, isFieldAttribute) + inside + source.slice(insideEnd, end);
}

function picture(source: string, region: FieldRegion, { src, alt, href }: PictureFilling): string {
  const leads = href && region.element.tag.name === "mj-image" ? ` href="${filledAddress(href)}"` : "";
  const written = ` src="${filledAddress(src)}" alt="${filledText(alt)}"${leads}`;
  return around(source, region, written, insideOf(source, region.element));
}

function link(source: string, region: FieldRegion, { words, href }: LinkFilling): string {
  return around(source, region, ` href="${filledAddress(href)}"`, filledText(words));
}

/** The element of the design with other attributes and another inside. */
function around(source: string, region: FieldRegion, written: string, inside: string): string {
  const { tag, insideEnd, end } = region.element;
  const replaced = (name: string) =>
    isFieldAttribute(name) || written.includes(` ${name}="`) || isPicturesLink(tag, name);
  const opening = tagWithout(source, tag, replaced);
  const tail = /\s*\/?>$/.exec(opening)?.[0] ?? "";
  return opening.slice(0, opening.length - tail.length) + written + tail + inside + source.slice(insideEnd, end);
}

/** A picture that is filled leads where its filling says, or nowhere. */
function isPicturesLink(tag: SourceTag, name: string): boolean {
  return tag.name === "mj-image" && name === "href";
}

function isFieldAttribute(name: string): boolean {
  return name === "field" || name.startsWith("field-");
}

/** An opening tag without some of its attributes. */
function tagWithout(source: string, tag: SourceTag, isLeftOut: (name: string) => boolean): string {
  let at = tag.at + 1 + tag.name.length;
  let kept = source.slice(tag.at, at);
  for (const { name, valueAt, value, quoted } of tag.attributes) {
    const end = valueAt + value.length + (quoted ? 1 : 0);
    if (!isLeftOut(name)) kept += source.slice(at, end);
    at = end;
  }
  return kept + source.slice(at, tag.end);
}

function onItsLines(source: string, region: FieldRegion, composed: string): string {
  return flat(composed) + linesOf(source.slice(region.element.tag.at, region.element.end));
}

function flat(text: string): string {
  return text.replaceAll("\n", " ");
}

function linesOf(text: string): string {
  return text.replace(/[^\n]/g, "");
}
