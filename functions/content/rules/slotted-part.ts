import type { Instruction, Program } from "./program.ts";

/** A stretch of a part that differs from reader to reader. */
export interface Slot {
  program: Program;
  /** What is done to the text it writes: nothing, or that no gaps are left, or that it stays on one line. */
  tidy?: "gaps" | "line";
  /** The ends at which it is trimmed, because the part begins or ends there. */
  trim?: { start: boolean; end: boolean };
}

/** One part of a mail: its chunks are the same in every copy, and between each two of them there is one slot. */
export interface SlottedPart {
  chunks: readonly string[];
  slots: readonly Slot[];
}

/** A piece of a program that is laid out: a fixed text becomes (part of) a chunk, everything else of a slot. */
export type Piece = { chunk: string } | { dynamic: string | Instruction; tidy?: Slot["tidy"] };

/** The pieces of a program as it stands. */
export function piecesOf(program: Program): Piece[] {
  return program.map((step) => (typeof step === "string" ? { chunk: step } : { dynamic: step }));
}

interface Layout {
  chunks: string[];
  slots: (Slot & { program: (string | Instruction)[] })[];
}

/** Puts neighbouring pieces together: no chunk stands beside a chunk, and no slot beside a slot. */
export function slottedPart(pieces: readonly Piece[]): SlottedPart {
  const layout: Layout = { chunks: [""], slots: [] };
  for (const piece of pieces) {
    if ("chunk" in piece) {
      layout.chunks.push((layout.chunks.pop() ?? "") + piece.chunk);
    } else {
      const slot = openSlot(layout);
      slot.program.push(piece.dynamic);
      Object.assign(slot, piece.tidy && { tidy: piece.tidy });
    }
  }
  return layout;
}

/** The slot that nothing was laid behind yet, or a new one. */
function openSlot({ chunks, slots }: Layout): Layout["slots"][number] {
  const last = chunks.at(-1) === "" ? slots.at(-1) : undefined;
  if (last) {
    return last;
  }
  const slot = { program: [] };
  slots.push(slot);
  chunks.push("");
  return slot;
}

/** A part as a whole, with a text in the place of each slot. */
export function joinPart(chunks: readonly string[], between: readonly string[]): string {
  return chunks.reduce((joined, chunk, at) => joined + (between[at - 1] ?? "") + chunk);
}

/** A header field is one line: anything that could end it is a space. */
export function oneLine(text: string): string {
  return /[^!-~ ]| {2}|^ | $/.test(text) ? text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ").trim() : text;
}

/** Parts that were left out leave blanks at line ends and empty lines behind. */
export function withoutGaps(text: string): string {
  return /[\n\r\u2028\u2029]/.test(text)
    ? text.replace(/[ \t]+(?=[\n\r\u2028\u2029])/g, "").replace(/\n{3,}/g, "\n\n")
    : text;
}
