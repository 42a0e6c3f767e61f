import { WORDS_HELPER } from "./helper-signatures.ts";
import type { SharedWords } from "./shared-content.ts";

/** Puts the shared words in the place of the calls for them. */
export function withWords(line: string, words: SharedWords): string {
  const call = new RegExp(`\\{\\{~?\\s*${WORDS_HELPER}\\s+(?:"([^"]*)"|'([^']*)')\\s*~?\\}\\}`, "g");
  return line.replace(call, (_whole, double?: string, single?: string) => words[double ?? single ?? ""] ?? "");
}
