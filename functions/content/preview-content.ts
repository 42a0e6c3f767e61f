import { compileContent } from "./rules/compile-content.ts";
import type { ContentLocale } from "./rules/content-locale.ts";
import type { ContentProblem } from "./rules/content-problem.ts";
import type { ContentSource } from "./rules/content-source.ts";
import type { VariableValues } from "./rules/fill-variables.ts";
import { givenValue } from "./rules/given-value.ts";
import { inspectRendering } from "./rules/inspect-rendering.ts";
import { lintSource } from "./rules/lint-source.ts";
import { type RenderedContent, renderContent } from "./rules/render-content.ts";
import { type SampleKind, sampleValues } from "./rules/sample-values.ts";
import { readShared } from "./store.ts";

export interface PreviewContent {
  source: ContentSource;
  locale: ContentLocale;
  /** Made-up values of a kind, or a real person's; what these leave open is filled from the samples. */
  data: { kind: SampleKind } | { values: VariableValues };
  zone: string;
}

export interface ContentPreview extends RenderedContent {
  htmlBytes: number;
  problems: ContentProblem[];
}

/** Shows what an unsaved source would send, and everything there is to say about it. */
export async function previewContent({ source, locale, data, zone }: PreviewContent): Promise<ContentPreview> {
  const shared = await readShared();
  const advice = lintSource(source);
  const compiled = await compileContent(source, shared, locale);
  if (!compiled.ok) {
    return { ...NOTHING, problems: [...compiled.problems, ...advice] };
  }
  const { content } = compiled;
  const kind = "kind" in data ? data.kind : "sample";
  const samples = sampleValues(content.variables, content.locale, kind);
  const values = "kind" in data ? samples : completed(data.values, samples);
  const rendered = renderContent(content, values, zone);
  const problems = [...inspectRendering({ kind, rendered, values, content, source, shared }), ...advice];
  if (!rendered.ok) {
    return { ...NOTHING, problems };
  }
  const { subject, preheader, html, text } = rendered;
  return { subject, preheader, html, text, htmlBytes: Buffer.byteLength(html), problems };
}

/** A real person lacks what only an event would bring, such as an order; there the sample stands in. */
function completed(given: VariableValues, samples: VariableValues): VariableValues {
  return Object.fromEntries(Object.entries(samples).map(([name, sample]) => [name, givenValue(given, name) ?? sample]));
}

const NOTHING = { subject: "", preheader: "", html: "", text: "", htmlBytes: 0 };
