import { createHash } from "node:crypto";
import type { CompiledContent, PartName } from "./compiled-content.ts";
import { type ContentSlots, contentSlots, type Refused, writeSlots } from "./content-slots.ts";
import type { VariableValues } from "./fill-variables.ts";
import { joinPart } from "./slotted-part.ts";

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
  /** The names of the template's slots, by their places; only a preheader's own come behind them. */
  names: readonly string[];
}

/** A version never changes, so each is prepared once for as long as it is held. */
const known = new WeakMap<CompiledContent, Prepared>();

/** The template that SES fills for us; its only syntax is plain substitution without escaping. */
export function sesTemplateOf(content: CompiledContent): SesTemplate {
  return preparedOf(content).template;
}

/** Fills the slots with one person's values, escaped where they stand in HTML. A mail with a hole in it is refused. */
export function slotValues(content: CompiledContent, variables: VariableValues, zone: string): SlotValues {
  const slots = writeSlots(content, variables, zone);
  if (!slots.ok) {
    return slots;
  }
  const { names } = preparedOf(content);
  const values: Record<string, string> = {};
  for (let place = 0; place < names.length; place++) {
    values[names[place] ?? ""] = slots.written[place] ?? "";
  }
  return { ok: true, values };
}

function preparedOf(content: CompiledContent): Prepared {
  let prepared = known.get(content);
  if (!prepared) {
    prepared = prepare(contentSlots(content));
    known.set(content, prepared);
  }
  return prepared;
}

function prepare({ parts, places, slots }: ContentSlots): Prepared {
  const written = (name: PartName) =>
    joinPart(
      parts[name].chunks,
      places[name].map((place) => `{{{${nameAt(place)}}}}`),
    );
  const said = { subject: written("subject"), html: written("html"), text: written("text") };
  const size = Math.max(-1, ...places.subject, ...places.html, ...places.text) + 1;
  const names = Array.from({ length: size }, (_, place) => nameAt(place));
  return { template: { name: templateName({ said, slots: slots.slice(0, size) }), ...said }, names };
}

/** SES allows 64 letters, digits, `_` and `-`. */
function templateName(content: object): string {
  return `tm-${createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 40)}`;
}

function nameAt(place: number): string {
  return `s${place}`;
}
