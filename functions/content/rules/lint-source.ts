import { advice, type ContentProblem } from "./content-problem.ts";
import type { ContentSource } from "./content-source.ts";
import { variablesByName } from "./template-variable.ts";
import { usedVariables } from "./used-variables.ts";

/** Advice that does not keep a template from being published. */
export function lintSource(source: ContentSource): ContentProblem[] {
  return [...lintVariables(source), ...lintLocales(source)];
}

function* lintVariables(source: ContentSource): Generator<ContentProblem> {
  const all = Object.values(source.locales).flatMap((text) => [text?.subject, text?.preheader, text?.body]);
  const used = new Set(usedVariables(all.join("\n"), variablesByName(source.variables)).map(({ name }) => name));
  for (const { name } of source.variables.filter((variable) => !used.has(variable.name))) {
    const place = { file: "template.yaml", part: "template", locale: null } as const;
    yield advice(place, { code: "unused-variable", name });
  }
}

function* lintLocales(source: ContentSource): Generator<ContentProblem> {
  if (!source.locales["zh-CN"]) {
    const place = { file: "template.yaml", part: "template", locale: "zh-CN" } as const;
    yield advice(place, { code: "missing-locale" });
  }
}
