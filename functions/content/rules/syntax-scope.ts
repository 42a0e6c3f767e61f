import { type ContentProblem, type ProblemPlace, problem } from "./content-problem.ts";
import type { ProblemFact } from "./problem-details.ts";
import type { TemplateVariables } from "./template-variable.ts";

export const MOST_NESTED_BLOCKS = 5;

/** What the file being checked may refer to. */
export interface SyntaxScope {
  place: ProblemPlace;
  variables: TemplateVariables;
  partials: ReadonlySet<string>;
  /** Keys of the shared words, such as "mail.unsubscribe". */
  words: ReadonlySet<string>;
}

/** Where in the nesting an expression stands. */
export interface SyntaxPlace {
  insideEach: boolean;
  depth: number;
}

/** A problem at a node of the syntax tree. */
export function problemAt(scope: SyntaxScope, node: hbs.AST.Node, fact: ProblemFact): ContentProblem {
  const { line, column } = node.loc.start;
  return problem(scope.place, fact, { line, column: column + 1 });
}
