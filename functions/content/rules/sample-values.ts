import type { ContentLocale } from "./content-locale.ts";
import type { VariableValues } from "./fill-variables.ts";
import type { TemplateVariable } from "./template-variable.ts";

/** The kinds of made-up data that a template is shown and tried with. */
export const SAMPLE_KINDS = ["sample", "empty", "long", "none", "one"] as const;
export type SampleKind = (typeof SAMPLE_KINDS)[number];

const LONG_LENGTH = 200;
const LONG_TEXT: Record<ContentLocale, string> = {
  en: "Wolfeschlegelsteinhausenbergerdorff O'Neil & Søn ",
  "zh-CN": "阿卜杜热西提·买买提艾力与欧尼尔家的孩子们",
};

/** Values for every variable: as declared, optional ones empty, texts of 200 characters, or counts of none and one. */
export function sampleValues(
  variables: readonly TemplateVariable[],
  locale: ContentLocale,
  kind: SampleKind,
): VariableValues {
  return Object.fromEntries(variables.map((variable) => [variable.name, valueFor(variable, locale, kind)]));
}

function valueFor(variable: TemplateVariable, locale: ContentLocale, kind: SampleKind): unknown {
  const sample = sampleIn(variable, locale);
  if (kind === "empty" && !variable.required) {
    return "";
  }
  if (kind === "long") {
    return longValue(variable, sample, locale);
  }
  if (variable.type === "number" && (kind === "none" || kind === "one")) {
    return kind === "none" ? 0 : 1;
  }
  return sample;
}

function sampleIn({ sample }: TemplateVariable, locale: ContentLocale): unknown {
  const isPerLocale = typeof sample === "object" && !Array.isArray(sample);
  return isPerLocale ? sample[locale] : sample;
}

function longValue({ name, type }: TemplateVariable, sample: unknown, locale: ContentLocale): unknown {
  const long = LONG_TEXT[locale].repeat(10).slice(0, LONG_LENGTH).trim();
  // A currency and a token are codes, never long texts.
  if (type === "name" || (type === "text" && !/(currency|token)$/i.test(name))) {
    return long;
  }
  if (type === "number") {
    return 9_999_999;
  }
  return type === "list" && Array.isArray(sample) ? sample.map(() => long) : sample;
}
