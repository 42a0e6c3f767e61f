import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import Handlebars from "handlebars";

// Pages are compiled at build time: the compiler is three times the size of the runtime, and the templates that
// marketers edit (emails) never pass through here.
/** Precompiles a page into a module, which imports the partials it uses (`partials/<name>.hbs` beside the page). */
export async function compilePage(file: string): Promise<string> {
  const tree = parse(file, await readFile(file, "utf8"));
  const names = [...partialNames(file, tree)];
  const imports = names.map((name, index) => `import p${index} from ${JSON.stringify(partialFile(file, name))};\n`);
  const partials = names.map((name, index) => `...p${index}.partials, ${JSON.stringify(name)}: p${index}`);
  // A module of its own for every partial, so that pages of one function share them instead of each bringing a copy.
  return `${imports.join("")}export default { ...${precompile(tree)}, partials: { ${partials.join(", ")} } };`;
}

function partialFile(user: string, name: string): string {
  const folder = path.dirname(user);
  const inside = path.basename(folder) === "partials" ? "." : "./partials";
  const file = path.join(folder, inside, `${name}.hbs`);
  if (existsSync(file)) return `${inside}/${name}.hbs`;
  throw new Error(`${user} uses the partial "${name}", but there is no ${file}: add the file or correct the name`);
}

function partialNames(file: string, tree: hbs.AST.Program): Set<string> {
  const names = new Set<string>();
  const visitor = new Handlebars.Visitor();
  const note = (statement: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement) => {
    if (statement.name.type !== "PathExpression") {
      throw new Error(`${file}: name partials literally; one that is chosen by an expression cannot be bundled`);
    }
    const name = (statement.name as hbs.AST.PathExpression).original;
    if (name !== "@partial-block") names.add(name);
  };
  visitor.PartialStatement = note;
  visitor.PartialBlockStatement = function (block) {
    note(block);
    this.Program(block.program);
  };
  visitor.accept(tree);
  return names;
}

// Escaping stays on: everything a page shows was typed by somebody. What is called with arguments is a helper and all
// else a value; saying so spares the compiled page asking, for each of its values, whether it might be a helper.
function precompile(tree: hbs.AST.Program): string {
  const options = { knownHelpers: helpersCalled(tree), knownHelpersOnly: true, preventIndent: true };
  return String(Handlebars.precompile(tree, options));
}

function helpersCalled(tree: hbs.AST.Program): Record<string, true> {
  const called: Record<string, true> = {};
  const visitor = new Handlebars.Visitor();
  const note = ({ path: callee, params, hash }: hbs.AST.SubExpression) => {
    if (params.length > 0 || hash) called[(callee as hbs.AST.PathExpression).original] = true;
  };
  for (const kind of ["MustacheStatement", "SubExpression", "BlockStatement"] as const) {
    const visit = visitor[kind];
    visitor[kind] = function (this: Handlebars.Visitor, expression: never) {
      note(expression);
      visit.call(this, expression);
    };
  }
  visitor.accept(tree);
  return called;
}

function parse(file: string, source: string): hbs.AST.Program {
  try {
    return Handlebars.parse(source);
  } catch (cause) {
    throw new Error(`${file} is not valid Handlebars: ${(cause as Error).message}`, { cause });
  }
}
