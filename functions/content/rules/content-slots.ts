import type { CompiledContent, PartName } from "./compiled-content.ts";
import { contentParts } from "./content-parts.ts";
import { fillVariables, type VariableValues } from "./fill-variables.ts";
import { LARGEST_OUTPUT } from "./run-program.ts";
import { slotWriter } from "./slot-writer.ts";
import type { Slot, SlottedPart } from "./slotted-part.ts";
import type { FilledValues, Reader, Writer } from "./writer.ts";

export type Refused =
  | { ok: false; reason: "missing-variable" | "invalid-variable"; names: string[] }
  | { ok: false; reason: "too-large"; names: string[] };

/** What a mail's slots say to one reader, each at its place. */
export type WrittenSlots = { ok: true; written: readonly string[] } | Refused;

/** The parts of a mail over one list of slots. */
export interface ContentSlots {
  parts: Readonly<Record<PartName, SlottedPart>>;
  /** For each part, where its slots stand in the list; slots that say the same stand there once. */
  places: Readonly<Record<PartName, readonly number[]>>;
  slots: readonly Slot[];
  /** What the slots say to one reader; nothing where the mail would be larger than can be sent. */
  write(values: FilledValues, reader: Reader): readonly string[] | undefined;
}

// The preheader has slots of its own at the end: it goes out as part of the HTML.
const ORDER = ["subject", "html", "text", "preheader"] as const;

/** Checks one person's values and fills the slots with them. A mail with a hole in it is refused. */
export function writeSlots(content: CompiledContent, given: VariableValues, zone: string): WrittenSlots {
  const filled = fillVariables(content.variables, given);
  if (!filled.ok) {
    return filled;
  }
  const written = contentSlots(content).write(filled.values, { locale: content.locale, zone });
  return written ? { ok: true, written } : { ok: false, reason: "too-large", names: [] };
}

/** A version never changes, so each is laid out once for as long as it is held. */
const known = new WeakMap<CompiledContent, ContentSlots>();

/** A mail as chunks, which are the same in every copy, and slots. */
export function contentSlots(content: CompiledContent): ContentSlots {
  let found = known.get(content);
  if (!found) {
    found = layOut(content);
    known.set(content, found);
  }
  return found;
}

function layOut(content: CompiledContent): ContentSlots {
  const parts = contentParts(content);
  const slots: Slot[] = [];
  const seen = new Map<string, number>();
  const placeOf = (slot: Slot) => {
    const key = JSON.stringify(slot);
    const place = seen.get(key) ?? slots.push(slot) - 1;
    seen.set(key, place);
    return place;
  };
  const listed = ORDER.map((name) => [name, parts[name].slots.map(placeOf)] as const);
  const places = Object.fromEntries(listed) as Record<PartName, number[]>;
  const writers = slots.map(slotWriter);
  const body = { places: [...places.html, ...places.text], chunks: [...parts.html.chunks, ...parts.text.chunks] };
  const fixedLength = body.chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const write: ContentSlots["write"] = (values, reader) => {
    const written = withinLimits(writers, values, reader);
    let length = fixedLength;
    for (const place of body.places) length += written?.[place]?.length ?? 0;
    return length > LARGEST_OUTPUT ? undefined : written;
  };
  return { parts, places, slots, write };
}

/** A repetition stops a mail that outgrows every limit while it is being written. */
function withinLimits(writers: readonly Writer[], values: FilledValues, reader: Reader): string[] | undefined {
  try {
    return writers.map((write) => write(values, reader));
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}
