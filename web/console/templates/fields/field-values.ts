import type {
  TemplateFilling,
  TemplateItems,
  TemplateLink,
  TemplatePicture,
  TemplateText,
} from "../../../api/schema.d.ts";

export type Fillings = NonNullable<TemplateText["fields"]>;
/** What fills a field by itself, without being a list. */
export type PlainFilling = Exclude<TemplateFilling, TemplateItems>;

/** What is filled in after a field was changed; what says the same as the design is left to the design. */
export function fillingsAfter(
  fillings: Fillings,
  name: string,
  value: TemplateFilling,
  design: TemplateFilling,
): Fillings {
  const { [name]: _before, ...others } = fillings;
  return same(value, design) ? others : { ...others, [name]: value };
}

export function asLine(filling: TemplateFilling | undefined): string {
  return typeof filling === "string" ? filling : "";
}

export function asPicture(filling: TemplateFilling | undefined): TemplatePicture {
  return typeof filling === "object" && "src" in filling ? filling : { src: "", alt: "" };
}

export function asLink(filling: TemplateFilling | undefined): TemplateLink {
  return typeof filling === "object" && "words" in filling ? filling : { words: "", href: "" };
}

export function asItems(filling: TemplateFilling | undefined): TemplateItems["items"] {
  return typeof filling === "object" && "items" in filling ? filling.items : [];
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
