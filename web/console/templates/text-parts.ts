import type { TemplateFilling, TemplateText } from "../../api/schema.d.ts";

/** One part of what an email says, as plain text to compare or to copy. */
export type TextPart = { part: "subject" | "preheader" | "body" | "field"; name: string; text: string };

/** Everything that one language of an email says: its lines, its body and what is filled into its fields. */
export function textParts(text: TemplateText | undefined): TextPart[] {
  if (!text) return [];
  const fields = Object.entries(text.fields ?? {});
  return [
    ...(["subject", "preheader", "body"] as const).map((part) => ({ part, name: "", text: text[part] })),
    ...fields.map(([name, filling]) => ({ part: "field" as const, name, text: asText(filling) })),
  ];
}

function asText(filling: TemplateFilling): string {
  if (typeof filling === "string") return filling.replaceAll(/<\/(p|li)>(?=.)/g, "$&\n");
  return JSON.stringify(filling, null, 2);
}
