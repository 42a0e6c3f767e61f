import { splitExpressions } from "./split-expressions.ts";
import type { TemplateVariable, TemplateVariables } from "./template-variable.ts";

/** The declared variables that a source names outside quoted texts. */
export function usedVariables(source: string, declared: TemplateVariables): TemplateVariable[] {
  const used = new Set<string>();
  for (const { kind, raw } of splitExpressions(source)) {
    const words = kind === "expression" ? raw.replace(/"[^"]*"|'[^']*'/g, " ").match(/[A-Za-z][A-Za-z0-9.]*/g) : [];
    for (const word of words ?? []) {
      used.add(word);
    }
  }
  return Object.values(declared).filter(({ name }) => used.has(name));
}
