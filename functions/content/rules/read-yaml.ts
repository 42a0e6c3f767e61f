import { LineCounter, parseDocument, visit } from "yaml";
import type * as z from "zod/mini";
import { type ContentProblem, type ProblemPlace, problem } from "./content-problem.ts";
import type { ProblemFact } from "./problem-details.ts";
import { positionAt } from "./source-position.ts";

export type ReadYaml<Read> = { ok: true; value: Read } | { ok: false; problems: ContentProblem[] };

const UNKNOWN_KEYS = "unrecognized_keys";
interface YamlIssue {
  path: readonly PropertyKey[];
  message: string;
  code?: string;
  keys?: string[];
}

/** Reads a YAML file of a template by its schema, or says with the line what is wrong. */
export function readYaml<Schema extends z.ZodMiniType>(
  schema: Schema,
  text: string,
  place: ProblemPlace,
): ReadYaml<z.infer<Schema>> {
  const document = parseDocument(text, { lineCounter: new LineCounter(), uniqueKeys: true });
  if (document.errors.length > 0) {
    return { ok: false, problems: document.errors.map((error) => yamlProblem(text, place, error)) };
  }
  const alias = firstAlias(document);
  if (alias !== undefined) {
    return { ok: false, problems: [problem(place, { code: "yaml-alias" }, positionAt(text, alias))] };
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) {
    return { ok: true, value: parsed.data as z.infer<Schema> };
  }
  const issues = parsed.error.issues as YamlIssue[];
  // A misspelt key explains the missing one; it is said first.
  const inOrder = [...issues].sort((a, b) => Number(b.code === UNKNOWN_KEYS) - Number(a.code === UNKNOWN_KEYS));
  const problems = inOrder.map((issue) => {
    const path = [...issue.path, ...(issue.keys ?? []).slice(0, 1)];
    return problem(place, factOf(issue), positionAt(text, offsetOf(document, path)));
  });
  return { ok: false, problems };
}

function yamlProblem(
  text: string,
  place: ProblemPlace,
  error: { pos: [number, number]; message: string },
): ContentProblem {
  const what = error.message.split("\n")[0]?.replace(/ at line.*$/, "") ?? "";
  return problem(place, { code: "yaml", what }, positionAt(text, error.pos[0]));
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

function factOf(issue: YamlIssue): ProblemFact {
  const where = issue.path.map(String).join(".");
  if (issue.code === UNKNOWN_KEYS && issue.keys) {
    return { code: "unknown-key", keys: `"${issue.keys.join('", "')}"`, where };
  }
  return { code: "manifest", where, what: issue.message };
}
