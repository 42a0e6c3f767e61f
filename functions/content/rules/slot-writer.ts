import type { Program } from "./program.ts";
import { programWriter } from "./run-program.ts";
import { oneLine, type Slot, withoutGaps } from "./slotted-part.ts";
import type { Reader, Writer } from "./writer.ts";

/**
 * Writes a slot for one reader after another. Most of what a mail says to fifty people is about the sender and the
 * offer: what would be written from the same values as the last time is not written again.
 */
export function slotWriter(slot: Slot): Writer {
  const [step] = slot.program;
  const write = tidyWriter(slot);
  // A value that goes out as it is takes no longer than looking whether it is still the same.
  const isAsItIs = slot.program.length === 1 && typeof step === "object" && step.do === "print" && !step.escape;
  return isAsItIs && !slot.tidy ? write : rememberingWriter(write, [...new Set(variablesIn(slot.program))]);
}

function tidyWriter({ program, tidy, trim }: Slot): Writer {
  const write = programWriter(program);
  if (tidy === undefined) {
    return write;
  }
  const tidied = tidy === "line" ? oneLine : withoutGaps;
  return (values, reader) => {
    const text = tidied(write(values, reader));
    const started = trim?.start ? text.trimStart() : text;
    return trim?.end ? started.trimEnd() : started;
  };
}

function rememberingWriter(write: Writer, reads: readonly string[]): Writer {
  const last: unknown[] = reads.map(() => undefined);
  let written: string | undefined;
  let lastReader: Reader | undefined;
  return (values, reader) => {
    let isSame = written !== undefined && lastReader?.zone === reader.zone;
    for (let at = 0; at < reads.length; at++) {
      const value = values[reads[at] ?? ""];
      isSame &&= value === last[at];
      last[at] = value;
    }
    if (!isSame || written === undefined) {
      lastReader = reader;
      written = undefined;
      written = write(values, reader);
    }
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
