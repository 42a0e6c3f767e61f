import { meaningOf } from "./check-path.ts";
import type { ContentProblem } from "./content-problem.ts";
import { BLOCKS } from "./helper-signatures.ts";
import { MOST_NESTED_BLOCKS, problemAt, type SyntaxPlace, type SyntaxScope } from "./syntax-scope.ts";

/** {{#if}}, {{#unless}} and {{#each}} on one declared variable; nothing else opens a block. */
export function checkBlock(node: hbs.AST.BlockStatement, scope: SyntaxScope, place: SyntaxPlace): ContentProblem[] {
  const name = String((node.path as hbs.AST.PathExpression).original);
  if (node.type !== "BlockStatement" || !(BLOCKS as readonly string[]).includes(name)) {
    return [problemAt(scope, node, { code: "unknown-block", name })];
  }
  if (place.depth >= MOST_NESTED_BLOCKS) {
    return [problemAt(scope, node, { code: "nesting", most: MOST_NESTED_BLOCKS })];
  }
  return checkArgument(node, name, scope, place);
}

function checkArgument(
  node: hbs.AST.BlockStatement,
  name: string,
  scope: SyntaxScope,
  place: SyntaxPlace,
): ContentProblem[] {
  const [argument] = node.params;
  const blockParams = node.program?.blockParams ?? node.inverse?.blockParams ?? [];
  if (!argument || node.params.length > 1 || node.hash || blockParams.length > 0) {
    return [problemAt(scope, node, { code: "block-argument", name })];
  }
  if (name === "each" && place.insideEach) {
    return [problemAt(scope, node, { code: "nested-each" })];
  }
  const meaning = meaningOf(argument, scope, place);
  if ("problem" in meaning) {
    return [meaning.problem];
  }
  if (name === "each" && meaning.type !== "list") {
    return [problemAt(scope, node, { code: "each-list" })];
  }
  return [];
}
