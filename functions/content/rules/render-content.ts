import type { CompiledContent, PartName } from "./compiled-content.ts";
import { contentParts } from "./content-parts.ts";
import { fillVariables, type VariableValues } from "./fill-variables.ts";
import { type FilledValues, LARGEST_OUTPUT, type Reader } from "./run-program.ts";
import { fillSlot, joinPart, type SlottedPart } from "./slotted-part.ts";

export type RenderedContent = Record<PartName, string>;

export type Refused =
  | { ok: false; reason: "missing-variable" | "invalid-variable"; names: string[] }
  | { ok: false; reason: "too-large"; names: string[] };

export type Rendered = ({ ok: true } & RenderedContent) | Refused;

/** Fills a compiled template with one person's values. A mail with a hole in it is refused, not sent. */
export function renderContent(content: CompiledContent, values: VariableValues, zone: string): Rendered {
  const filled = fillVariables(content.variables, values);
  if (!filled.ok) {
    return filled;
  }
  const rendered = withinLimits(() => render(content, filled.values, { locale: content.locale, zone }));
  return rendered ? { ok: true, ...rendered } : { ok: false, reason: "too-large", names: [] };
}

function render(content: CompiledContent, values: FilledValues, reader: Reader): RenderedContent | undefined {
  const { subject, preheader, html, text } = contentParts(content);
  const part = ({ chunks, slots }: SlottedPart) =>
    joinPart(
      chunks,
      slots.map((slot) => fillSlot(slot, values, reader)),
    );
  const mail = { subject: part(subject), preheader: part(preheader), html: part(html), text: part(text) };
  return mail.html.length + mail.text.length > LARGEST_OUTPUT ? undefined : mail;
}

/** A repetition stops a mail that outgrows every limit while it is being written. */
export function withinLimits<T>(write: () => T | undefined): T | undefined {
  try {
    return write();
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}
