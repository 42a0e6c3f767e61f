import { splitExpressions } from "./split-expressions.ts";

/**
 * MJML and the text writer would read `{{#if a}}` as text to wrap, escape or drop. While they work, each expression is
 * one private-use character sequence that no source may contain.
 */
export interface Tokenized {
  text: string;
  expressions: string[];
}

const OPEN = "\uE000";
const CLOSE = "\uE001";
const TOKEN = /\uE000(\d+)\uE001/g;

/** Replaces each expression by a token. */
export function tokenize(source: string): Tokenized {
  const expressions: string[] = [];
  const text = splitExpressions(source)
    .map(({ kind, raw }) => (kind === "text" ? raw : `${OPEN}${expressions.push(raw) - 1}${CLOSE}`))
    .join("");
  return { text, expressions };
}

/** Puts the expressions back in the place of their tokens. */
export function restore(text: string, expressions: readonly string[]): string {
  return text.replace(TOKEN, (_token, index: string) => expressions[Number(index)] ?? "");
}

/** Which expressions a text still holds, in the order of appearance. */
export function tokensIn(text: string): number[] {
  return [...text.matchAll(TOKEN)].map((match) => Number(match[1]));
}

/** Whether an expression opens, turns or closes a block. */
export function isBlockTag(expression: string): boolean {
  return /^\{\{~?\s*(#|\/|else\b|\^)/.test(expression);
}
