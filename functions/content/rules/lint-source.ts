import { composeFields } from "./compose-fields.ts";
import { CONTENT_LOCALES, type ContentLocale } from "./content-locale.ts";
import { advice, type ContentProblem, type ProblemPlace } from "./content-problem.ts";
import type { ContentSource } from "./content-source.ts";
import { lintDarkText } from "./lint-dark-text.ts";
import { lintLines } from "./lint-lines.ts";
import { lintLinks } from "./lint-links.ts";
import { lintPhrases } from "./lint-phrases.ts";
import { lintPictures } from "./lint-pictures.ts";
import { lintSupport } from "./lint-support.ts";
import type { SharedFiles } from "./shared-content.ts";
import { readableText, sourceElements } from "./source-elements.ts";
import { strayFillings } from "./stray-fillings.ts";
import { variablesByName } from "./template-variable.ts";
import { usedVariables } from "./used-variables.ts";

/** Nobody reads more of one kind; and a hostile source must not make us write thousands. */
const MOST_OF_A_KIND = 20;

/** Advice that does not keep a template from being published. */
export function lintSource(source: ContentSource, shared: SharedFiles): ContentProblem[] {
  return [
    ...lintVariables(source),
    ...lintLocales(source),
    ...lintLayout(source, shared),
    ...CONTENT_LOCALES.flatMap((locale) => [...lintText(source, locale), ...strayFillings(source, shared, locale)]),
  ];
}

function lintText(source: ContentSource, locale: ContentLocale): ContentProblem[] {
  const text = source.locales[locale];
  if (!text) return [];
  const { subject } = text;
  const body = composeFields(text.body, text.fields);
  const place: ProblemPlace = { file: `${locale}.mjml`, part: "body", locale };
  const elements = sourceElements(body);
  const kinds = [
    lintLines(text, locale),
    lintPhrases(subject, { ...place, part: "subject" }),
    lintPhrases(readableText(body, elements), place),
    lintLinks(body, elements, place),
    lintPictures(body, elements, place),
    lintSupport(body, elements, place),
    lintDarkText(body, elements, place),
  ];
  return kinds.flatMap(firstOf);
}

function firstOf(found: Iterable<ContentProblem>): ContentProblem[] {
  const first: ContentProblem[] = [];
  for (const each of found) {
    first.push(each);
    if (first.length === MOST_OF_A_KIND) break;
  }
  return first;
}

/** A mail that does not say which colours it is made for is inverted as each mail program likes. */
function* lintLayout({ layout, locales }: ContentSource, shared: SharedFiles): Generator<ContentProblem> {
  const file = `layouts/${layout}.mjml`;
  const text = shared[file];
  const says = [text, locales.en.body, locales["zh-CN"]?.body].some((each) => each?.includes("color-scheme"));
  if (text !== undefined && !says) {
    yield advice({ file, part: "template", locale: null }, { code: "color-scheme" });
  }
}

function* lintVariables(source: ContentSource): Generator<ContentProblem> {
  const all = Object.values(source.locales).flatMap((text) => [
    text?.subject,
    text?.preheader,
    text?.body,
    JSON.stringify(text?.fields ?? {}).replaceAll('\\"', '"'),
  ]);
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
