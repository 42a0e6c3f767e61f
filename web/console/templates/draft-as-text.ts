import type { TemplateSource } from "../../api/schema.d.ts";

/** A whole draft as plain text, for the clipboard: what a person would need to write it again. */
export function draftAsText({ locales }: TemplateSource): string {
  return Object.entries(locales)
    .map(([locale, { subject, preheader, body }]) => [`# ${locale}`, subject, preheader, "", body].join("\n"))
    .join("\n\n");
}
