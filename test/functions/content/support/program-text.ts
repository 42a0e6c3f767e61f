import type { Instruction, Operand, Print, Program } from "../../../../functions/content/rules/program.ts";

/** A program written out as a template text again, for a person to read. */
export function programText(program: Program): string {
  return program.map((step) => (typeof step === "string" ? step : stepText(step))).join("");
}

function stepText(step: Instruction): string {
  if (step.do === "choose") {
    return blockText("if", step.value, step.whenThere, step.otherwise);
  }
  return step.do === "repeat" ? blockText("each", step.value, step.body, step.otherwise) : `{{${printText(step)}}}`;
}

function blockText(name: string, value: Operand, body: Program, otherwise: Program): string {
  const turn = otherwise.length > 0 ? `{{else}}${programText(otherwise)}` : "";
  return `{{#${name} ${operandText(value)}}}${programText(body)}${turn}{{/${name}}}`;
}

function printText(step: Print): string {
  const value = operandText(step.value);
  switch (step.do) {
    case "print":
      return value;
    case "date":
      return `date ${value} style="${step.style}"${step.until ? " until=true" : ""}`;
    case "money":
      return `money ${value} ${operandText(step.currency)}`;
    case "number":
      return `number ${value}`;
    case "plural":
      return `plural ${value} ${Object.entries(step.forms).map(([form, text]) => `${form}="${text}"`)}`;
    case "default":
      return `default ${value} "${step.instead}"`;
  }
}

function operandText(operand: Operand): string {
  if ("of" in operand) {
    return operand.of;
  }
  if ("text" in operand) {
    return `"${operand.text}"`;
  }
  return operand.line === "text" ? "this" : `@${operand.line}`;
}
