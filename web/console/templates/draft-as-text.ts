import type { TemplateSource } from "../../api/schema.d.ts";
import { textParts } from "./text-parts.ts";

/** A whole draft as plain text, for the clipboard: what a person would need to write it again. */
export function draftAsText({ locales }: TemplateSource): string {
  return Object.entries(locales)
    .map(([locale, text]) => {
      const parts = textParts(text).map((part) => (part.name ? `## ${part.name}\n${part.text}` : part.text));
      return [`# ${locale}`, ...parts].join("\n");
    })
    .join("\n\n");
}
