import * as z from "zod/mini";
import { ContentFillings } from "./content-filling.ts";
import { CONTENT_LOCALES, type ContentLocale } from "./content-locale.ts";
import { type ContentProblem, type ProblemPlace, problem } from "./content-problem.ts";
import { ContentSource } from "./content-source.ts";
import { type ReadYaml, readYaml } from "./read-yaml.ts";
import { TemplateVariable } from "./template-variable.ts";

const Line = z.string().check(z.minLength(1), z.maxLength(300));
const PerLocale = z.strictObject({ en: Line, "zh-CN": z.optional(Line) });
const Variable = z.omit(TemplateVariable, { name: true });

/** template.yaml: everything about a template but its bodies, which are MJML files beside it. */
const Manifest = z.strictObject({
  kind: ContentSource.shape.kind,
  title: ContentSource.shape.title,
  description: ContentSource.shape.description,
  topic: ContentSource.shape.topic,
  layout: ContentSource.shape.layout,
  variables: z._default(z.record(TemplateVariable.shape.name, Variable), {}),
  subject: PerLocale,
  preheader: PerLocale,
});
type Manifest = z.infer<typeof Manifest>;

export type ReadSource = { ok: true; source: ContentSource } | { ok: false; problems: ContentProblem[] };

const PLACE: ProblemPlace = { file: "template.yaml", part: "template", locale: null };

/** Joins template.yaml, its bodies and what was filled into their fields to a source, or says what is wrong where. */
export function readManifest(text: string, files: Readonly<Record<string, string>>): ReadSource {
  const manifest = readYaml(Manifest, text, PLACE);
  if (!manifest.ok) return manifest;
  const read = CONTENT_LOCALES.map((locale) => [locale, readFillings(files, locale)] as const);
  const problems = read.flatMap(([, fillings]) => (fillings.ok ? [] : fillings.problems));
  if (problems.length > 0) return { ok: false, problems };
  const fillings = Object.fromEntries(read.map(([locale, each]) => [locale, each.ok ? each.value : undefined]));
  return toSource(manifest.value, files, fillings);
}

/** What a file such as zh-CN.fields.yaml fills into the fields of its language. */
function readFillings(
  files: Readonly<Record<string, string>>,
  locale: ContentLocale,
): ReadYaml<ContentFillings | undefined> {
  const file = `${locale}.fields.yaml`;
  const text = files[file];
  if (text === undefined) return { ok: true, value: undefined };
  return readYaml(ContentFillings, text, { file, part: "template", locale });
}

type Fillings = Partial<Record<ContentLocale, ContentFillings | undefined>>;

function toSource(manifest: Manifest, files: Readonly<Record<string, string>>, fillings: Fillings): ReadSource {
  const { subject, preheader, variables, ...rest } = manifest;
  const textOf = (locale: ContentLocale) => {
    const [line, teaser, body] = [subject[locale], preheader[locale], files[`${locale}.mjml`]];
    const fields = fillings[locale] ? { fields: fillings[locale] } : {};
    return line && teaser && body !== undefined ? { subject: line, preheader: teaser, body, ...fields } : undefined;
  };
  const [en, chinese] = [textOf("en"), textOf("zh-CN")];
  if (!en) {
    return { ok: false, problems: [problem(PLACE, { code: "missing-body" })] };
  }
  const named = Object.entries(variables).map(([name, variable]) => ({ name, ...variable }));
  const locales = chinese ? { en, "zh-CN": chinese } : { en };
  return { ok: true, source: ContentSource.parse({ ...rest, variables: named, locales }) };
}
