import { LineCounter, parseDocument, visit } from "yaml";
import * as z from "zod/mini";
import type { ContentLocale } from "./content-locale.ts";
import { type ContentProblem, type ProblemPlace, problem } from "./content-problem.ts";
import { ContentSource } from "./content-source.ts";
import type { ProblemFact } from "./problem-details.ts";
import { positionAt } from "./source-position.ts";
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

const UNKNOWN_KEYS = "unrecognized_keys";
interface ManifestIssue {
  path: readonly PropertyKey[];
  message: string;
  code?: string;
  keys?: string[];
}

const PLACE: ProblemPlace = { file: "template.yaml", part: "template", locale: null };

/** Joins template.yaml and its bodies to a source, or says with the line what is wrong. */
export function readManifest(text: string, bodies: Readonly<Record<string, string>>): ReadSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    return { ok: false, problems: document.errors.map((error) => yamlProblem(text, error)) };
  }
  const alias = firstAlias(document);
  if (alias !== undefined) {
    return { ok: false, problems: [problem(PLACE, { code: "yaml-alias" }, positionAt(text, alias))] };
  }
  const parsed = Manifest.safeParse(document.toJS());
  if (!parsed.success) {
    const issues = parsed.error.issues as ManifestIssue[];
    // A misspelt key explains the missing one; it is said first.
    const inOrder = [...issues].sort((a, b) => Number(b.code === UNKNOWN_KEYS) - Number(a.code === UNKNOWN_KEYS));
    const found = inOrder.map((issue) => {
      const path = [...issue.path, ...(issue.keys ?? []).slice(0, 1)];
      return problem(PLACE, factOf(issue), positionAt(text, offsetOf(document, path)));
    });
    return { ok: false, problems: found };
  }
  return toSource(parsed.data, bodies);
}

function toSource(manifest: Manifest, bodies: Readonly<Record<string, string>>): ReadSource {
  const { subject, preheader, variables, ...rest } = manifest;
  const textOf = (locale: ContentLocale) => {
    const [line, teaser, body] = [subject[locale], preheader[locale], bodies[`${locale}.mjml`]];
    return line && teaser && body !== undefined ? { subject: line, preheader: teaser, body } : undefined;
  };
  const [en, chinese] = [textOf("en"), textOf("zh-CN")];
  if (!en) {
    return { ok: false, problems: [problem(PLACE, { code: "missing-body" })] };
  }
  const named = Object.entries(variables).map(([name, variable]) => ({ name, ...variable }));
  const locales = chinese ? { en, "zh-CN": chinese } : { en };
  return { ok: true, source: ContentSource.parse({ ...rest, variables: named, locales }) };
}

function yamlProblem(text: string, error: { pos: [number, number]; message: string }): ContentProblem {
  const what = error.message.split("\n")[0]?.replace(/ at line.*$/, "") ?? "";
  return problem(PLACE, { code: "yaml", what }, positionAt(text, error.pos[0]));
}

/** Aliases of aliases grow without end; a template has no use for them. */
function firstAlias(document: ReturnType<typeof parseDocument>): number | undefined {
  let found: number | undefined;
  visit(document, {
    Alias: (_key, node) => {
      found = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

/** Where the faulty value stands, or else the nearest thing around it that does stand in the file. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number, number, number] } | undefined)?.range;
    if (range) {
      return range[0];
    }
  }
  return 0;
}

function factOf(issue: ManifestIssue): ProblemFact {
  const where = issue.path.map(String).join(".");
  if (issue.code === UNKNOWN_KEYS && issue.keys) {
    return { code: "unknown-key", keys: `"${issue.keys.join('", "')}"`, where };
  }
  return { code: "manifest", where, what: issue.message };
}
