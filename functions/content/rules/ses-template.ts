import { createHash } from "node:crypto";
import type { CompiledContent } from "./compiled-content.ts";
import { contentParts } from "./content-parts.ts";
import { fillVariables, type VariableValues } from "./fill-variables.ts";
import { type Refused, withinLimits } from "./render-content.ts";
import { LARGEST_OUTPUT } from "./run-program.ts";
import { fillSlot, joinPart, type Slot, type SlottedPart } from "./slotted-part.ts";

/** A mail as SES keeps it: the chunks, with `{{{s0}}}` and its like in the places of the slots. */
export interface SesTemplate {
  /** Of everything that it says and means: a template of this name never has to be changed. */
  name: string;
  subject: string;
  html: string;
  text: string;
}

/** What one reader's copy has in each slot, by the slot's name: what SES is told beside the template. */
export type SlotValues = { ok: true; values: Record<string, string> } | Refused;

interface Prepared {
  template: SesTemplate;
  /** Slots that say the same are one; a name is its place here. */
  slots: Slot[];
  /** The length of the chunks of HTML and text, and each slot as often as these two have it. */
  fixedLength: number;
  uses: number[];
}

/** A version never changes, so each is prepared once for as long as it is held. */
const known = new WeakMap<CompiledContent, Prepared>();

/** The template that SES fills for us; its only syntax is plain substitution without escaping. */
export function sesTemplateOf(content: CompiledContent): SesTemplate {
  return preparedOf(content).template;
}

/** Fills the slots with one person's values, escaped where they stand in HTML. A mail with a hole in it is refused. */
export function slotValues(content: CompiledContent, variables: VariableValues, zone: string): SlotValues {
  const filled = fillVariables(content.variables, variables);
  if (!filled.ok) {
    return filled;
  }
  const { slots, fixedLength, uses } = preparedOf(content);
  const reader = { locale: content.locale, zone };
  const written = withinLimits(() => slots.map((slot) => fillSlot(slot, filled.values, reader)));
  const length = uses.reduce((sum, at) => sum + (written?.[at]?.length ?? 0), fixedLength);
  if (!written || length > LARGEST_OUTPUT) {
    return { ok: false, reason: "too-large", names: [] };
  }
  return { ok: true, values: Object.fromEntries(written.map((value, at) => [nameAt(at), value])) };
}

function preparedOf(content: CompiledContent): Prepared {
  let prepared = known.get(content);
  if (!prepared) {
    prepared = prepare(content);
    known.set(content, prepared);
  }
  return prepared;
}

function prepare(content: CompiledContent): Prepared {
  const { subject, html, text } = contentParts(content);
  const places = new Map<string, number>();
  const slots: Slot[] = [];
  const placeOf = (slot: Slot) => {
    const key = JSON.stringify(slot);
    const place = places.get(key) ?? slots.push(slot) - 1;
    places.set(key, place);
    return place;
  };
  const written = ({ chunks, slots: own }: SlottedPart) =>
    joinPart(
      chunks,
      own.map((slot) => `{{{${nameAt(placeOf(slot))}}}}`),
    );
  const parts = { subject: written(subject), html: written(html), text: written(text) };
  const uses = [...html.slots, ...text.slots].map(placeOf);
  const fixedLength = [...html.chunks, ...text.chunks].reduce((sum, chunk) => sum + chunk.length, 0);
  return { template: { name: templateName({ parts, slots }), ...parts }, slots, fixedLength, uses };
}

/** SES allows 64 letters, digits, `_` and `-`. */
function templateName(said: object): string {
  return `tm-${createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 40)}`;
}

function nameAt(place: number): string {
  return `s${place}`;
}
