import { compileContent } from "./compile-content.ts";
import { type ContentField, contentFields } from "./content-fields.ts";
import type { ContentLocale } from "./content-locale.ts";
import type { ContentProblem } from "./content-problem.ts";
import type { ContentSource } from "./content-source.ts";
import type { VariableValues } from "./fill-variables.ts";
import { givenValue } from "./given-value.ts";
import { inspectRendering } from "./inspect-rendering.ts";
import { lintSource } from "./lint-source.ts";
import { pointToFields } from "./point-to-fields.ts";
import { type RenderedContent, renderContent } from "./render-content.ts";
import { type SampleKind, sampleValues } from "./sample-values.ts";
import type { SharedFiles } from "./shared-content.ts";

export interface PreviewSource {
  source: ContentSource;
  locale: ContentLocale;
  /** Made-up values of a kind, or a real person's; what these leave open is filled from the samples. */
  data: { kind: SampleKind } | { values: VariableValues };
  zone: string;
}

export interface ContentPreview extends RenderedContent {
  htmlBytes: number;
  problems: ContentProblem[];
  /** What a form can fill in this language. */
  fields: ContentField[];
}

/** What a source would send, and everything there is to say about it. */
export async function previewSource(request: PreviewSource, shared: SharedFiles): Promise<ContentPreview> {
  const { source, locale } = request;
  const preview = await renderSource(request, shared);
  const problems = pointToFields(preview.problems, source, shared);
  return { ...preview, problems, fields: contentFields(source, shared, locale) };
}

async function renderSource(
  { source, locale, data, zone }: PreviewSource,
  shared: SharedFiles,
): Promise<Omit<ContentPreview, "fields">> {
  const advice = lintSource(source, shared);
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
