import type { ContentProblem } from "./content-problem.ts";
import { nearestName } from "./nearest-name.ts";
import type { ProblemFact } from "./problem-details.ts";
import { problemAt, type SyntaxPlace, type SyntaxScope } from "./syntax-scope.ts";
import type { VariableType } from "./template-variable.ts";

const EACH_DATA = ["@index", "@first", "@last"];

/** What a path stands for, or why it may not be used. */
export type PathMeaning = { type: VariableType | "flag" } | { problem: ContentProblem };

/** Only declared variables, and inside {{#each}} the line itself: no @root, no parents, no literal segments. */
export function meaningOf(node: hbs.AST.Expression, scope: SyntaxScope, place: SyntaxPlace): PathMeaning {
  if (node.type !== "PathExpression") {
    return refuse(scope, node, { code: "path" });
  }
  const path = node as hbs.AST.PathExpression;
  const name = String(path.original);
  if (place.insideEach && name === "this") {
    return { type: "text" };
  }
  if (path.data) {
    const known = place.insideEach && EACH_DATA.includes(name);
    return known ? { type: "flag" } : refuse(scope, node, { code: "path-data", name });
  }
  return declaredMeaning(path, name, scope, place);
}

function declaredMeaning(
  path: hbs.AST.PathExpression,
  name: string,
  scope: SyntaxScope,
  place: SyntaxPlace,
): PathMeaning {
  const variable = Object.hasOwn(scope.variables, name) ? scope.variables[name] : undefined;
  if (!variable || path.depth > 0 || path.parts.length !== name.split(".").length) {
    const near = nearestName(name, Object.keys(scope.variables));
    return refuse(scope, path, { code: "unknown-variable", name, near });
  }
  if (place.insideEach) {
    return refuse(scope, path, { code: "inside-each", name });
  }
  return { type: variable.type };
}

function refuse(scope: SyntaxScope, node: hbs.AST.Node, fact: ProblemFact): PathMeaning {
  return { problem: problemAt(scope, node, fact) };
}
