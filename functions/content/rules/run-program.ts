import { escapeHtml } from "./escape-html.ts";
import type { Choice, Instruction, Operand, Program, Repetition } from "./program.ts";
import { valueWriter } from "./value-writer.ts";
import type { FilledValues, Line, Reader, Writer } from "./writer.ts";

/** No mail is larger; a program that would write more is stopped while it runs. */
export const LARGEST_OUTPUT = 256 * 1024;

/** Makes a program ready to be run for many readers: what to do is looked up once, and not for each of them. */
export function programWriter(program: Program): Writer {
  const steps = program.map((step) => (typeof step === "string" ? () => step : stepWriter(step)));
  const [only] = steps;
  if (only && steps.length === 1) {
    return only;
  }
  return (values, reader, line) => {
    let written = "";
    for (const write of steps) written += write(values, reader, line);
    return written;
  };
}

function stepWriter(step: Instruction): Writer {
  if (step.do === "choose") {
    return choiceWriter(step);
  }
  if (step.do === "repeat") {
    return repetitionWriter(step);
  }
  const write = valueWriter(step, operandReader);
  return step.escape ? (values, reader, line) => escapeHtml(write(values, reader, line)) : write;
}

function choiceWriter(step: Choice): Writer {
  const read = operandReader(step.value);
  const [whenThere, otherwise] = [programWriter(step.whenThere), programWriter(step.otherwise)];
  return (values, reader, line) => (isThere(read(values, line)) ? whenThere : otherwise)(values, reader, line);
}

function repetitionWriter(step: Repetition): Writer {
  const read = operandReader(step.value);
  const [body, otherwise] = [programWriter(step.body), programWriter(step.otherwise)];
  return (values, reader, line) => {
    const list = read(values, line);
    return Array.isArray(list) && list.length > 0
      ? writeLines(list, body, values, reader)
      : otherwise(values, reader, line);
  };
}

function writeLines(list: readonly string[], body: Writer, values: FilledValues, reader: Reader): string {
  let written = "";
  for (let index = 0; index < list.length; index++) {
    const text = list[index] ?? "";
    written += body(values, reader, { text, index, first: index === 0, last: index === list.length - 1 });
    if (written.length > LARGEST_OUTPUT) {
      throw new RangeError("The mail grows beyond what can be sent.");
    }
  }
  return written;
}

function operandReader(operand: Operand): (values: FilledValues, line?: Line) => unknown {
  if ("of" in operand) {
    const name = operand.of;
    return (values) => values[name];
  }
  if ("text" in operand) {
    return () => operand.text;
  }
  return (_values, line) => line?.[operand.line];
}

/** Nothing, zero and an empty list are not there. */
function isThere(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
