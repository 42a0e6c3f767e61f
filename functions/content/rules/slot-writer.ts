import type { Program } from "./program.ts";
import type { FilledValues, Reader } from "./run-program.ts";
import { fillSlot, type Slot } from "./slotted-part.ts";

export type SlotWriter = (values: FilledValues, reader: Reader) => string;

/**
 * Writes a slot for one reader after another. Most of what a mail says to fifty people is about the sender and the
 * offer: what would be written from the same values as the last time is not written again.
 */
export function slotWriter(slot: Slot): SlotWriter {
  const reads = [...new Set(variablesIn(slot.program))];
  let last: { values: readonly unknown[]; reader: Reader; written: string } | undefined;
  return (values, reader) => {
    if (last && last.reader.zone === reader.zone && reads.every((name, at) => values[name] === last?.values[at])) {
      return last.written;
    }
    const written = fillSlot(slot, values, reader);
    last = { values: reads.map((name) => values[name]), reader, written };
    return written;
  };
}

function variablesIn(program: Program): string[] {
  const steps = program.filter((step) => typeof step !== "string");
  return steps.flatMap((step) => [
    ...("of" in step.value ? [step.value.of] : []),
    ...(step.do === "money" && "of" in step.currency ? [step.currency.of] : []),
    ...(step.do === "choose" ? variablesIn([...step.whenThere, ...step.otherwise]) : []),
    ...(step.do === "repeat" ? variablesIn([...step.body, ...step.otherwise]) : []),
  ]);
}
