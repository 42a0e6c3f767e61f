import { type Compiled, compileContent } from "./compile-content.ts";
import type { CompiledContent } from "./compiled-content.ts";
import type { ContentProblem } from "./content-problem.ts";
import { type ContentSource, sourceLocales } from "./content-source.ts";
import { inspectRendering } from "./inspect-rendering.ts";
import { lintSource } from "./lint-source.ts";
import { pointToFields } from "./point-to-fields.ts";
import { renderContent } from "./render-content.ts";
import { SAMPLE_KINDS, type SampleKind, sampleValues } from "./sample-values.ts";
import type { SharedFiles } from "./shared-content.ts";

export interface GateVerdict {
  /** Every language compiled; publishable only when no problem is an error. */
  contents: CompiledContent[];
  problems: ContentProblem[];
}

/** The zone that trial renderings are made in; any would do. */
export const TRIAL_ZONE = "Europe/Berlin";

/** Tries a template in every language against ordinary and worst-case values before anybody can be sent it. */
export async function passGate(source: ContentSource, shared: SharedFiles): Promise<GateVerdict> {
  const contents: CompiledContent[] = [];
  const problems: ContentProblem[] = [...lintSource(source, shared)];
  for (const locale of sourceLocales(source)) {
    const compiled: Compiled = await compileContent(source, shared, locale);
    if (compiled.ok) {
      contents.push(compiled.tracked);
      problems.push(...tryOut(compiled.content, source, shared));
    } else {
      problems.push(...compiled.problems);
    }
  }
  return { contents, problems: withoutRepeats(pointToFields(problems, source, shared)) };
}

/** Whether a verdict lets a template be published. */
export function isPublishable(verdict: GateVerdict): boolean {
  return verdict.problems.every(({ severity }) => severity !== "error");
}

function tryOut(content: CompiledContent, source: ContentSource, shared: SharedFiles): ContentProblem[] {
  return SAMPLE_KINDS.flatMap((kind) => tryOutWith(kind, content, source, shared));
}

function tryOutWith(
  kind: SampleKind,
  content: CompiledContent,
  source: ContentSource,
  shared: SharedFiles,
): ContentProblem[] {
  const values = sampleValues(content.variables, content.locale, kind);
  const rendered = renderContent(content, values, TRIAL_ZONE);
  return inspectRendering({ kind, rendered, values, content, source, shared });
}

/** The same thing is often wrong with every kind of value and in every language; it is said once, errors first. */
function withoutRepeats(problems: ContentProblem[]): ContentProblem[] {
  const said = new Map<string, ContentProblem>();
  for (const each of problems) {
    // A mail weighs something else with every kind of values; that it is too heavy is said once.
    const what = "kilobytes" in each.details ? each.code : each.message.en;
    const key = `${each.file}|${each.line}|${each.column}|${what}`;
    const before = said.get(key);
    const isGeneral = before !== undefined && before.locale !== each.locale;
    said.set(key, isGeneral ? { ...each, locale: null } : each);
  }
  return [...said.values()].sort((a, b) => b.severity.localeCompare(a.severity));
}
