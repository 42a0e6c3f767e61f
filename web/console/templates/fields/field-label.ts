import type { TemplateField } from "../../../api/schema.d.ts";
import type { Language } from "../../words/language.tsx";
import { saidIn } from "../../words/said-in.ts";

/** What a field is called, and within a list also which item of it: "Stories · 2 · Title". */
export function fieldLabel(path: string, fields: readonly TemplateField[], language: Language): string {
  const [name = "", index, inside] = path.split("/");
  const field = fields.find((each) => each.name === name);
  if (!field) return name;
  const item = field.fields.find((each) => each.name === inside);
  const parts = [
    saidIn(field.label, language),
    index && String(Number(index) + 1),
    item && saidIn(item.label, language),
  ];
  return parts.filter(Boolean).join(" · ");
}
