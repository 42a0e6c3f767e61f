import type { TemplateVariable } from "./template-variable.ts";

const EVERY_MAIL: readonly TemplateVariable[] = [
  { name: "contact.name", type: "name", required: false, sample: { en: "Ana O'Neil", "zh-CN": "林晓雯" } },
  {
    name: "brand.name",
    type: "text",
    required: true,
    sample: { en: "Lantern Language School", "zh-CN": "灯笼语言学校" },
  },
  {
    name: "brand.postalAddress",
    type: "text",
    required: true,
    sample: "Lantern Language School, Torstraße 118, 10119 Berlin, Germany",
  },
  { name: "brand.phone", type: "text", required: true, sample: "+49 30 5557 0142" },
  { name: "urls.portal", type: "url", required: true, sample: "https://tastemaker.example/me" },
  { name: "urls.preferences", type: "url", required: true, sample: "https://tastemaker.example/preferences?t=sample" },
];

const MARKETING_MAIL: readonly TemplateVariable[] = [
  ...EVERY_MAIL,
  { name: "urls.unsubscribe", type: "url", required: true, sample: "https://tastemaker.example/unsubscribe?t=sample" },
];

/** The variables that every template has without declaring them. Only marketing mail can be unsubscribed from. */
export function commonVariables(kind: "transactional" | "marketing"): readonly TemplateVariable[] {
  return kind === "marketing" ? MARKETING_MAIL : EVERY_MAIL;
}
