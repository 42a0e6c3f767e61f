import Handlebars from "handlebars";
import { checkBlock } from "./check-block.ts";
import { checkExpression } from "./check-expression.ts";
import { type ContentProblem, positionAt, problem } from "./content-problem.ts";
import { ownLine } from "./own-line.ts";
import { MOST_NESTED_BLOCKS, problemAt, type SyntaxPlace, type SyntaxScope } from "./syntax-scope.ts";

const MOST_EXPRESSIONS = 400;

type Statement = hbs.AST.Statement;

/** Lets only the allowed Handlebars through: known blocks, helpers and declared variables; everything is escaped. */
export function checkSyntax(source: string, scope: SyntaxScope): ContentProblem[] {
  const problems = [...checkRaw(source, scope)];
  if (problems.length > 0) {
    return problems;
  }
  const program = parse(source, scope);
  if ("code" in program) {
    return [program];
  }
  const found = checkStatements(program.body, scope, { insideEach: false, depth: 0 });
  return found.slice(0, 50);
}

/** What must be refused before parsing, because the parser would read it as something else. */
function* checkRaw(source: string, scope: SyntaxScope): Generator<ContentProblem> {
  if (typeof source !== "string") {
    throw new TypeError("A template is text; a parsed template is never accepted.");
  }
  const raw: [RegExp, string, string][] = [
    [/\\\{\{/, "escaped-braces", "Remove the backslash before {{: braces cannot be shown as text in a mail."],
    [
      /\{\{[{~]*&|\{\{~?\{/,
      "unescaped",
      "{{{ }}} and {{& }} would put a value into the mail unescaped. Write {{ }} instead.",
    ],
    [/\{\{~?\^\s*[A-Za-z]/, "inverse", "{{^name}} is not used here. Write {{#unless name}} … {{/unless}}."],
    [/\p{Co}|(?![\n\r\t])\p{Cc}/u, "control", "Remove this invisible control character."],
  ];
  for (const [pattern, code, message] of raw) {
    const match = pattern.exec(source);
    if (match) {
      yield problem(scope.place, code, message, positionAt(source, match.index));
    }
  }
  if ((source.match(/\{\{/g)?.length ?? 0) > MOST_EXPRESSIONS) {
    const message = `A file may hold at most ${MOST_EXPRESSIONS} expressions. Split it into two mails.`;
    yield problem(scope.place, "too-many-expressions", message);
  }
}

function parse(source: string, scope: SyntaxScope): hbs.AST.Program | ContentProblem {
  try {
    return Handlebars.parseWithoutProcessing(source);
  } catch (error) {
    return parseProblem(source, scope, error as Error & { lineNumber?: number; column?: number });
  }
}

function parseProblem(
  source: string,
  scope: SyntaxScope,
  error: Error & { lineNumber?: number; column?: number },
): ContentProblem {
  const line = error.lineNumber ?? Number(/line (\d+)/.exec(error.message)?.[1] ?? 1);
  const near = ownLine(source, line);
  const mismatch = /^(\S+) doesn't match (\S+)/.exec(error.message);
  const message = mismatch
    ? `{{#${mismatch[1]}}} is closed by {{/${mismatch[2]}}}. Close the blocks in the reverse order of opening them.`
    : `The expression near "${near}" is not finished. Every {{ needs its }}, and every {{#if}} its {{/if}}.`;
  return problem(scope.place, "syntax", message, { line, column: (error.column ?? 0) + 1 });
}

function checkStatements(body: Statement[], scope: SyntaxScope, place: SyntaxPlace): ContentProblem[] {
  return body.flatMap((statement) => checkStatement(statement, scope, place));
}

function checkStatement(node: Statement, scope: SyntaxScope, place: SyntaxPlace): ContentProblem[] {
  switch (node.type) {
    case "ContentStatement":
    case "CommentStatement":
      return [];
    case "MustacheStatement":
      return checkExpression(node as hbs.AST.MustacheStatement, scope, place);
    case "BlockStatement":
      return checkBlockAndInside(node as hbs.AST.BlockStatement, scope, place);
    case "PartialStatement":
      return checkPartial(node as hbs.AST.PartialStatement, scope);
    default:
      return [problemAt(scope, node, "statement", "Decorators and partial blocks cannot be used. Write {{> name}}.")];
  }
}

function checkBlockAndInside(node: hbs.AST.BlockStatement, scope: SyntaxScope, place: SyntaxPlace): ContentProblem[] {
  const problems = checkBlock(node, scope, place);
  if (problems.length > 0 || place.depth >= MOST_NESTED_BLOCKS) {
    return problems;
  }
  const isEach = (node.path as hbs.AST.PathExpression).original === "each";
  const inside = { insideEach: place.insideEach || isEach, depth: place.depth + 1 };
  // {{else if}} continues the same block: it is not one level deeper.
  const otherwise = { insideEach: place.insideEach, depth: isChained(node) ? place.depth : place.depth + 1 };
  return [
    ...checkStatements(node.program?.body ?? [], scope, inside),
    ...checkStatements(node.inverse?.body ?? [], scope, otherwise),
  ];
}

function isChained(node: hbs.AST.BlockStatement): boolean {
  return (node.inverse as { chained?: boolean } | undefined)?.chained === true;
}

function checkPartial(node: hbs.AST.PartialStatement, scope: SyntaxScope): ContentProblem[] {
  const name = (node.name as hbs.AST.PathExpression).original;
  if (node.name.type !== "PathExpression" || node.params.length > 0 || node.hash) {
    return [problemAt(scope, node, "partial", "A partial is called by its plain name, such as {{> signature}}.")];
  }
  if (!scope.partials.has(name)) {
    const known = [...scope.partials].join(", ") || "none here";
    return [problemAt(scope, node, "partial", `There is no partial "${name}". Known: ${known}.`)];
  }
  return [];
}
