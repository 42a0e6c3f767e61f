import { meaningOf } from "./check-path.ts";
import type { ContentProblem } from "./content-problem.ts";
import { HELPER_SIGNATURES, type HelperSignature, WORDS_HELPER } from "./helper-signatures.ts";
import { nearestName } from "./nearest-name.ts";
import { problemAt, type SyntaxPlace, type SyntaxScope } from "./syntax-scope.ts";

type Mustache = hbs.AST.MustacheStatement;

/** How a value that cannot be printed as it is should be written instead. */
const WRITE_INSTEAD: Record<string, string> = {
  instant: "is a point in time: write {{date NAME}}",
  list: "is a list: write {{#each NAME}}{{this}}{{/each}}",
};

/** One {{…}} that prints something: a variable, a helper with the right arguments, or shared words. */
export function checkExpression(node: Mustache, scope: SyntaxScope, place: SyntaxPlace): ContentProblem[] {
  if (!node.escaped) {
    return [problemAt(scope, node, "unescaped", "A value is never put into a mail unescaped. Write {{ }} instead.")];
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
    const near = nearestName(name, Object.keys(HELPER_SIGNATURES));
    const hint = near ? ` Did you mean ${near}?` : ` Known: ${Object.keys(HELPER_SIGNATURES).join(", ")}.`;
    return [problemAt(scope, node, "helper", `There is no helper "${name}".${hint}`)];
  }
  return checkPrinted(node, scope, place);
}

function checkPrinted(node: Mustache, scope: SyntaxScope, place: SyntaxPlace): ContentProblem[] {
  const meaning = meaningOf(node.path as hbs.AST.Expression, scope, place);
  if ("problem" in meaning) {
    return [meaning.problem];
  }
  const instead = WRITE_INSTEAD[meaning.type];
  const name = String((node.path as hbs.AST.PathExpression).original);
  return instead ? [problemAt(scope, node, "format", `{{${name}}} ${instead.replace("NAME", name)}.`)] : [];
}

function checkArguments(
  node: Mustache,
  name: string,
  signature: HelperSignature,
  scope: SyntaxScope,
  place: SyntaxPlace,
): ContentProblem[] {
  if (node.params.length !== signature.takes.length) {
    return [problemAt(scope, node, "helper", `Write ${name} like this: ${signature.example}.`)];
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
  return fits ? [] : [problemAt(scope, param, "helper", `This needs a ${wanted}, as in ${signature.example}.`)];
}

function checkOptions(node: Mustache, name: string, signature: HelperSignature, scope: SyntaxScope): ContentProblem[] {
  const pairs = node.hash?.pairs ?? [];
  const problems = pairs
    .filter((pair) => !optionFits(pair, signature))
    .map((pair) => {
      const known = Object.keys(signature.options).join(", ") || "none";
      const message = `The option ${pair.key} of ${name} is not right. Options: ${known}; as in ${signature.example}.`;
      return problemAt(scope, pair, "helper", message);
    });
  if (signature.needs && !pairs.some((pair) => pair.key === signature.needs)) {
    const message = `${name} needs ${signature.needs}="…", as in ${signature.example}.`;
    problems.push(problemAt(scope, node, "helper", message));
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
    return [problemAt(scope, node, "words", 'Shared words are called by their key: {{t "mail.unsubscribe"}}.')];
  }
  const name = (key as hbs.AST.StringLiteral).value;
  if (scope.words.has(name)) {
    return [];
  }
  const near = nearestName(name, scope.words);
  const hint = near ? `Did you mean "${near}"?` : "Add them to templates/locales.";
  return [problemAt(scope, node, "words", `There are no shared words "${name}". ${hint}`)];
}
