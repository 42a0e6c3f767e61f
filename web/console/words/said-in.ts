import type { Language } from "./language.tsx";

/** A text that a marketer wrote once for everybody, or in the language of whoever reads; English stands in for the rest. */
export type Said = string | { en: string; "zh-CN"?: string | undefined };

export function saidIn(said: Said, language: Language): string {
  return typeof said === "string" ? said : (said[language] ?? said.en);
}
