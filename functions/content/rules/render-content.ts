import type { CompiledContent, PartName } from "./compiled-content.ts";
import { contentSlots, type Refused, writeSlots } from "./content-slots.ts";
import type { VariableValues } from "./fill-variables.ts";
import { joinPart } from "./slotted-part.ts";

export type RenderedContent = Record<PartName, string>;

export type Rendered = ({ ok: true } & RenderedContent) | Refused;

/** Fills a compiled template with one person's values. A mail with a hole in it is refused, not sent. */
export function renderContent(content: CompiledContent, values: VariableValues, zone: string): Rendered {
  const slots = writeSlots(content, values, zone);
  if (!slots.ok) {
    return slots;
  }
  const { parts, places } = contentSlots(content);
  const part = (name: PartName) =>
    joinPart(
      parts[name].chunks,
      places[name].map((place) => slots.written[place] ?? ""),
    );
  return { ok: true, subject: part("subject"), preheader: part("preheader"), html: part("html"), text: part("text") };
}
