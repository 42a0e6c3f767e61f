import type { ContentLocale } from "./content-locale.ts";
import { formatDate, formatMoney, formatNumber, formatPlural, lastMomentBefore } from "./format-values.ts";
import type { Instruction, Operand, Print, Program, Repetition } from "./program.ts";

/** Who reads the mail. */
export interface Reader {
  locale: ContentLocale;
  zone: string;
}

/** Checked values by the full names of their variables. */
export type FilledValues = Readonly<Record<string, unknown>>;

/** No mail is larger; a program that would write more is stopped while it runs. */
export const LARGEST_OUTPUT = 256 * 1024;

interface Line {
  text: string;
  index: number;
  first: boolean;
  last: boolean;
}

interface Run {
  values: FilledValues;
  reader: Reader;
  line?: Line;
}

/** Writes what a program says to one reader. */
export function runProgram(program: Program, values: FilledValues, reader: Reader): string {
  return write(program, { values, reader });
}

function write(program: Program, run: Run): string {
  let written = "";
  for (const step of program) {
    written += typeof step === "string" ? step : follow(step, run);
  }
  return written;
}

function follow(step: Instruction, run: Run): string {
  if (step.do === "choose") {
    return write(isThere(operandValue(step.value, run)) ? step.whenThere : step.otherwise, run);
  }
  if (step.do === "repeat") {
    return repeat(step, run);
  }
  const printed = print(step, operandValue(step.value, run), run);
  return step.escape ? escapeHtml(printed) : printed;
}

function repeat({ value, body, otherwise }: Repetition, run: Run): string {
  const list = operandValue(value, run);
  if (!isThere(list) || !Array.isArray(list)) {
    return write(otherwise, run);
  }
  let written = "";
  for (const [index, text] of list.entries()) {
    written += write(body, { ...run, line: { text, index, first: index === 0, last: index === list.length - 1 } });
    if (written.length > LARGEST_OUTPUT) {
      throw new RangeError("The mail grows beyond what can be sent.");
    }
  }
  return written;
}

/** An absent value is the empty text; whatever formats it then writes nothing. */
function print(step: Print, value: unknown, run: Run): string {
  if (step.do === "default") {
    return String(value || step.instead);
  }
  if (value === "" || step.do === "print") {
    return String(value);
  }
  const { locale, zone } = run.reader;
  switch (step.do) {
    case "date":
      return formatDate(step.until ? lastMomentBefore(String(value)) : String(value), step.style, locale, zone);
    case "number":
      return formatNumber(Number(value), locale);
    case "plural":
      return formatPlural(Number(value), step.forms, locale);
    case "money": {
      const currency = String(operandValue(step.currency, run));
      return currency ? formatMoney(Number(value), currency, locale) : "";
    }
  }
}

function operandValue(operand: Operand, { values, line }: Run): unknown {
  if ("of" in operand) {
    return values[operand.of];
  }
  return "text" in operand ? operand.text : line?.[operand.line];
}

/** Nothing, zero and an empty list are not there. */
function isThere(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
  "`": "&#x60;",
  "=": "&#x3D;",
};

/** Makes a text harmless between tags and inside quoted attributes alike. */
function escapeHtml(text: string): string {
  return /[&<>"'`=]/.test(text) ? text.replace(/[&<>"'`=]/g, (letter) => ENTITIES[letter] ?? letter) : text;
}
