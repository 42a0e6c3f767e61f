import { meaningOf } from "./check-path.ts";
import type { ContentProblem } from "./content-problem.ts";
import { HELPER_SIGNATURES, type HelperSignature, WORDS_HELPER } from "./helper-signatures.ts";
import { nearestName } from "./nearest-name.ts";
import { problemAt, type SyntaxPlace, type SyntaxScope } from "./syntax-scope.ts";

type Mustache = hbs.AST.MustacheStatement;

/** One {{…}} that prints something: a variable, a helper with the right arguments, or shared words. */
export function checkExpression(node: Mustache, scope: SyntaxScope, place: SyntaxPlace): ContentProblem[] {
  if (!node.escaped) {
    return [problemAt(scope, node, { code: "unescaped" })];
  }
  const name = String((node.path as hbs.AST.PathExpression).original);
  if (name === WORDS_HELPER) {
    return checkWords(node, scope);
  }
  const signature = Object.hasOwn(HELPER_SIGNATURES, name) ? HELPER_SIGNATURES[name] : undefined;
  if (signature) {
    return [...checkArguments(node, name, signature, scope, place), ...checkOptions(node, name, signature, scope)];
  }
  if (node.params.length > 0 || node.hash) {
    const known = Object.keys(HELPER_SIGNATURES);
    const near = nearestName(name, known);
    return [problemAt(scope, node, { code: "unknown-helper", name, near, known: known.join(", ") })];
  }
  return checkPrinted(node, scope, place);
}

function checkPrinted(node: Mustache, scope: SyntaxScope, place: SyntaxPlace): ContentProblem[] {
  const meaning = meaningOf(node.path as hbs.AST.Expression, scope, place);
  if ("problem" in meaning) {
    return [meaning.problem];
  }
  const name = String((node.path as hbs.AST.PathExpression).original);
  if (meaning.type === "instant") return [problemAt(scope, node, { code: "format-instant", name })];
  return meaning.type === "list" ? [problemAt(scope, node, { code: "format-list", name })] : [];
}

function checkArguments(
  node: Mustache,
  name: string,
  signature: HelperSignature,
  scope: SyntaxScope,
  place: SyntaxPlace,
): ContentProblem[] {
  if (node.params.length !== signature.takes.length) {
    return [problemAt(scope, node, { code: "helper-arguments", name, example: signature.example })];
  }
  return node.params.flatMap((param, index) => {
    const wanted = signature.takes[index] ?? "literal";
    return checkArgument(param, wanted, signature, scope, place);
  });
}

function checkArgument(
  param: hbs.AST.Expression,
  wanted: string,
  signature: HelperSignature,
  scope: SyntaxScope,
  place: SyntaxPlace,
): ContentProblem[] {
  if (param.type === "StringLiteral" && (wanted === "literal" || wanted === "text")) {
    return [];
  }
  const meaning = wanted === "literal" ? { type: "none" } : meaningOf(param, scope, place);
  if ("problem" in meaning) {
    return [meaning.problem];
  }
  const fits = meaning.type === wanted || (wanted === "text" && meaning.type === "name");
  return fits ? [] : [problemAt(scope, param, { code: "helper-type", wanted, example: signature.example })];
}

function checkOptions(node: Mustache, name: string, signature: HelperSignature, scope: SyntaxScope): ContentProblem[] {
  const pairs = node.hash?.pairs ?? [];
  const { needs, example } = signature;
  const problems = pairs
    .filter((pair) => !optionFits(pair, signature))
    .map((pair) => {
      const known = Object.keys(signature.options).join(", ");
      return problemAt(scope, pair, { code: "helper-option", option: pair.key, name, known, example });
    });
  if (needs && !pairs.some((pair) => pair.key === needs)) {
    problems.push(problemAt(scope, node, { code: "helper-needs", name, needs, example }));
  }
  return problems;
}

function optionFits(pair: hbs.AST.HashPair, signature: HelperSignature): boolean {
  const allowed = Object.hasOwn(signature.options, pair.key) ? signature.options[pair.key] : undefined;
  if (allowed === "yes") {
    return pair.value.type === "BooleanLiteral";
  }
  if (allowed === undefined || pair.value.type !== "StringLiteral") {
    return false;
  }
  return allowed === "text" || allowed.includes((pair.value as hbs.AST.StringLiteral).value);
}

function checkWords(node: Mustache, scope: SyntaxScope): ContentProblem[] {
  const [key] = node.params;
  if (node.params.length !== 1 || node.hash || key?.type !== "StringLiteral") {
    return [problemAt(scope, node, { code: "words-call" })];
  }
  const name = (key as hbs.AST.StringLiteral).value;
  if (scope.words.has(name)) {
    return [];
  }
  return [problemAt(scope, node, { code: "unknown-words", name, near: nearestName(name, scope.words) })];
}
