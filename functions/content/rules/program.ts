import type { DateStyle } from "./helper-signatures.ts";

/** The form of programs; templates published in another form are published again when a programme is applied. */
export const PROGRAM_FORM = 2;

/** What an instruction works on: a declared variable, the line of the list being repeated, or a fixed text. */
export type Operand = { of: string } | { line: "text" | "index" | "first" | "last" } | { text: string };

type Formatted =
  | { do: "print"; value: Operand }
  | { do: "date"; value: Operand; style: DateStyle; until: boolean }
  | { do: "money"; value: Operand; currency: Operand }
  | { do: "number"; value: Operand }
  | { do: "plural"; value: Operand; forms: Readonly<Record<string, string>> }
  | { do: "default"; value: Operand; instead: string };

/** Writes one value, escaped where it stands in HTML. */
export type Print = Formatted & { escape: boolean };

/** Writes one of two parts. */
export interface Choice {
  do: "choose";
  value: Operand;
  whenThere: Program;
  otherwise: Program;
}

/** Writes a part for each line of a list, or the other part for an empty list. */
export interface Repetition {
  do: "repeat";
  value: Operand;
  body: Program;
  otherwise: Program;
}

export type Instruction = Print | Choice | Repetition;

/** What one part of a mail says, as data: fixed texts and, between them, instructions. */
export type Program = readonly (string | Instruction)[];
