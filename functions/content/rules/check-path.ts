import type { ContentProblem } from "./content-problem.ts";
import { nearestName } from "./nearest-name.ts";
import { problemAt, type SyntaxPlace, type SyntaxScope } from "./syntax-scope.ts";
import type { VariableType } from "./template-variable.ts";

const EACH_DATA = ["@index", "@first", "@last"];

/** What a path stands for, or why it may not be used. */
export type PathMeaning = { type: VariableType | "flag" } | { problem: ContentProblem };

/** Only declared variables, and inside {{#each}} the line itself: no @root, no parents, no literal segments. */
export function meaningOf(node: hbs.AST.Expression, scope: SyntaxScope, place: SyntaxPlace): PathMeaning {
  if (node.type !== "PathExpression") {
    return refuse(scope, node, "Use the name of a declared variable here.");
  }
  const path = node as hbs.AST.PathExpression;
  const name = String(path.original);
  if (place.insideEach && name === "this") {
    return { type: "text" };
  }
  if (path.data) {
    const known = place.insideEach && EACH_DATA.includes(name);
    return known ? { type: "flag" } : refuse(scope, node, `${name} cannot be used here.`);
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
    const hint = near ? `Did you mean {{${near}}}?` : "Declare it in template.yaml under variables, or remove it.";
    return refuse(scope, path, `{{${name}}} is not a declared variable. ${hint}`, "unknown-variable");
  }
  if (place.insideEach) {
    const message = `Inside {{#each}} only {{this}} (the line itself) can be used; move {{${name}}} outside the block.`;
    return refuse(scope, path, message);
  }
  return { type: variable.type };
}

function refuse(scope: SyntaxScope, node: hbs.AST.Node, message: string, code = "path"): PathMeaning {
  return { problem: problemAt(scope, node, code, message) };
}
