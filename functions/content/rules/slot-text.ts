import type { Instruction, Program } from "./program.ts";
import { type Piece, piecesOf, type Slot, type SlottedPart, slottedPart, withoutGaps } from "./slotted-part.ts";
import type { TemplateVariable } from "./template-variable.ts";
import { withoutBraces } from "./without-braces.ts";

const ENDS_IN_LINE = /\S[^\S\n\r\u2028\u2029]*$/;
const BEGINS_IN_LINE = /^[^\S\n\r\u2028\u2029]*\S/;
/** A fixed text that neither begins nor ends with a blank, and is on one line. */
const SOLID_TEXT = /^\S(.*\S)?$/;

/**
 * Lays out the text part. A slot that may turn out empty takes the blanks around it along, so that the gap it leaves
 * can be closed without looking at its neighbours.
 */
export function slotText(program: Program, variables: readonly TemplateVariable[]): SlottedPart {
  const required = new Set(variables.filter((variable) => variable.required).map(({ name }) => name));
  const { chunks, slots } = slottedPart(piecesOf(program));
  const wide = slots.map((slot, at) => isWide(slot, chunks[at] ?? "", chunks[at + 1] ?? "", required));
  const pieces = chunks.flatMap((chunk, at): Piece[] => {
    const tidy = wide[at] ? ({ tidy: "gaps" } as const) : {};
    const own = (slots[at]?.program ?? []).map((dynamic): Piece => ({ dynamic, ...tidy }));
    return [...chunkPieces(chunk, wide[at - 1] ?? false, wide[at] ?? false), ...own];
  });
  return trimmed(slottedPart(withoutBraces(pieces)));
}

function chunkPieces(chunk: string, afterWide: boolean, beforeWide: boolean): Piece[] {
  const head = afterWide ? chunk.length - chunk.trimStart().length : 0;
  const tail = beforeWide ? Math.max(chunk.trimEnd().length, head) : chunk.length;
  const gap = (blanks: string): Piece[] => (blanks ? [{ dynamic: blanks, tidy: "gaps" }] : []);
  const rest = withoutGaps(chunk.slice(head, tail));
  return [...gap(chunk.slice(0, head)), ...(rest ? [{ chunk: rest }] : []), ...gap(chunk.slice(tail))];
}

function isWide(slot: Slot, before: string, after: string, required: ReadonlySet<string>): boolean {
  const steps = slot.program.filter((step) => typeof step !== "string");
  if (!steps.every(isOneLine)) {
    return true;
  }
  if (steps.some((step) => isNeverEmpty(step, required))) {
    return false;
  }
  // In the middle of a line, an empty value leaves no more behind than its blanks.
  return !(ENDS_IN_LINE.test(before) && BEGINS_IN_LINE.test(after));
}

/** Whether what an instruction writes is one line without blanks at its ends, if it is anything. */
function isOneLine(step: Instruction): boolean {
  switch (step.do) {
    case "choose":
    case "repeat":
      return false;
    case "plural":
      return Object.values(step.forms).every((form) => SOLID_TEXT.test(form));
    case "default":
      return SOLID_TEXT.test(step.instead);
    default:
      return true;
  }
}

function isNeverEmpty(step: Instruction, required: ReadonlySet<string>): boolean {
  if (step.do === "default") {
    return true;
  }
  const operands = step.do === "money" ? [step.value, step.currency] : [step.value];
  return operands.every((operand) => ("of" in operand ? required.has(operand.of) : "text" in operand));
}

/** The part begins with its first word and ends with one line break. */
function trimmed({ chunks, slots }: SlottedPart): SlottedPart {
  const last = chunks.length - 1;
  const ended = chunks.map((chunk, at) => `${trimmedChunk(chunk, at === 0, at === last)}${at === last ? "\n" : ""}`);
  const marked = slots.map((slot, at): Slot => {
    const trim = { start: at === 0 && ended[0] === "", end: at === slots.length - 1 && ended[last] === "\n" };
    return slot.tidy ? { ...slot, trim } : slot;
  });
  return { chunks: ended, slots: marked };
}

function trimmedChunk(chunk: string, isFirst: boolean, isLast: boolean): string {
  const started = isFirst ? chunk.trimStart() : chunk;
  return isLast ? started.trimEnd() : started;
}
