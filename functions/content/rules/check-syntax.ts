import Handlebars from "handlebars";
import { checkBlock } from "./check-block.ts";
import { checkExpression } from "./check-expression.ts";
import { checkPairs, openedBy } from "./check-pairs.ts";
import { type ContentProblem, problem } from "./content-problem.ts";
import { ownLine } from "./own-line.ts";
import type { ProblemFact } from "./problem-details.ts";
import { positionAt, type SourcePosition } from "./source-position.ts";
import { type SourcePiece, splitExpressions } from "./split-expressions.ts";
import { MOST_NESTED_BLOCKS, problemAt, type SyntaxPlace, type SyntaxScope } from "./syntax-scope.ts";

const MOST_EXPRESSIONS = 400;
const TOO_MANY = "too-many-expressions";
/** Nobody reads more. */
const MOST_PROBLEMS = 50;
/** What means something only beside other expressions. */
const NEEDS_OTHERS = /^\{\{~?\s*(else\b|this\b)/;

type Statement = hbs.AST.Statement;

/** Lets only the allowed Handlebars through: known blocks, helpers and declared variables; everything is escaped. */
export function checkSyntax(source: string, scope: SyntaxScope): ContentProblem[] {
  const problems = [...checkRaw(source, scope)];
  if (problems.some(({ code }) => code === TOO_MANY)) {
    return problems;
  }
  problems.push(...checkPairs(source, scope));
  if (problems.length > 0) {
    return [...problems, ...checkSingly(source, scope, problems)].slice(0, MOST_PROBLEMS);
  }
  const program = parse(source, scope);
  if ("code" in program) {
    return [program];
  }
  return checkStatements(program.body, scope, { insideEach: false, depth: 0 }).slice(0, MOST_PROBLEMS);
}

/** A file that cannot be read as a whole is read one expression at a time, so that all is said that can be said. */
function checkSingly(source: string, scope: SyntaxScope, said: readonly ContentProblem[]): ContentProblem[] {
  const blamed = new Set(said.map(({ line, column }) => `${line}:${column}`));
  return splitExpressions(source)
    .filter(({ kind, raw }) => kind === "expression" && /^\{\{~?\s*(#|[A-Za-z])/.test(raw) && !NEEDS_OTHERS.test(raw))
    .map((piece) => ({ piece, at: positionAt(source, piece.at) }))
    .filter(({ at }) => !blamed.has(`${at.line}:${at.column}`))
    .flatMap(({ piece, at }) => checkOne(piece, at, scope));
}

function checkOne(piece: SourcePiece, at: SourcePosition, scope: SyntaxScope): ContentProblem[] {
  const opened = openedBy(piece);
  const program = parse(opened ? `${piece.raw}{{/${opened}}}` : piece.raw, scope);
  if ("code" in program) {
    return [];
  }
  const found = checkStatements(program.body, scope, { insideEach: false, depth: 0 });
  return found.map((each) => ({ ...each, line: at.line, column: at.column + (each.line === 1 ? each.column - 1 : 0) }));
}

/** What must be refused before parsing, because the parser would read it as something else. */
function* checkRaw(source: string, scope: SyntaxScope): Generator<ContentProblem> {
  if (typeof source !== "string") {
    throw new TypeError("A template is text; a parsed template is never accepted.");
  }
  const raw: [RegExp, ProblemFact][] = [
    [/\\\{\{/g, { code: "escaped-braces" }],
    [/\{\{[{~]{0,3}&|\{\{~?\{/g, { code: "unescaped" }],
    [/\{\{~?\^\s*[A-Za-z]/g, { code: "inverse" }],
    [/\p{Co}|(?![\n\r\t])\p{Cc}/gu, { code: "control" }],
  ];
  for (const [pattern, fact] of raw) {
    for (const match of firstMatches(source, pattern)) {
      yield problem(scope.place, fact, positionAt(source, match.index));
    }
  }
  if ((source.match(/\{\{/g)?.length ?? 0) > MOST_EXPRESSIONS) {
    yield problem(scope.place, { code: TOO_MANY, most: MOST_EXPRESSIONS });
  }
}

function firstMatches(source: string, pattern: RegExp): RegExpExecArray[] {
  return [...source.matchAll(pattern)].slice(0, MOST_PROBLEMS);
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
  const mismatch = /^(\S+) doesn't match (\S+)/.exec(error.message);
  const fact: ProblemFact = mismatch
    ? { code: "crossed-blocks", opened: mismatch[1] ?? "", closed: mismatch[2] ?? "" }
    : { code: "syntax", near: ownLine(source, line) };
  return problem(scope.place, fact, { line, column: (error.column ?? 0) + 1 });
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
      return [problemAt(scope, node, { code: "statement" })];
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
    return [problemAt(scope, node, { code: "partial-name" })];
  }
  if (!scope.partials.has(name)) {
    return [problemAt(scope, node, { code: "unknown-partial", name, known: [...scope.partials].join(", ") })];
  }
  return [];
}
