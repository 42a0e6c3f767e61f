import Handlebars from "handlebars";
import { escapeHtml } from "./escape-html.ts";
import { BLOCKS, type DateStyle } from "./helper-signatures.ts";
import type { Instruction, Operand, Print, Program } from "./program.ts";
import { isTracking } from "./tracking-variables.ts";

type Node = hbs.AST.Statement | hbs.AST.Expression;

/** Where in a template the compiling stands. */
interface Place {
  escape: boolean;
  insideEach: boolean;
}

const LINE: Readonly<Record<string, Operand>> = {
  this: { line: "text" },
  "@index": { line: "index" },
  "@first": { line: "first" },
  "@last": { line: "last" },
};

/** Compiles a checked template text to a program; plain texts (subject, text part) are not escaped, HTML always is. */
export function compileProgram(source: string, kind: "html" | "plain"): Program {
  if (typeof source !== "string") {
    throw new TypeError("A template is text; a parsed template is never accepted.");
  }
  return compileBody(Handlebars.parse(source), { escape: kind === "html", insideEach: false });
}

function compileBody(body: hbs.AST.Program | undefined, place: Place): Program {
  const program: (string | Instruction)[] = [];
  for (const statement of body?.body ?? []) {
    const compiled = compileStatement(statement, place);
    const before = program.at(-1);
    if (typeof compiled === "string" && typeof before === "string") {
      program[program.length - 1] = before + compiled;
    } else if (compiled !== "") {
      program.push(compiled);
    }
  }
  return program;
}

function compileStatement(node: hbs.AST.Statement, place: Place): string | Instruction {
  switch (node.type) {
    case "ContentStatement":
      return (node as hbs.AST.ContentStatement).value;
    case "CommentStatement":
      return "";
    case "MustacheStatement":
      return compilePrint(node as hbs.AST.MustacheStatement, place);
    case "BlockStatement":
      return compileBlock(node as hbs.AST.BlockStatement, place);
    default:
      throw unexpected(node);
  }
}

function compileBlock(node: hbs.AST.BlockStatement, place: Place): Instruction {
  const name = BLOCKS.find((block) => block === nameOf(node.path));
  const value = operandOf(node.params[0] ?? node, place);
  const inside = { ...place, insideEach: place.insideEach || name === "each" };
  const [body, otherwise] = [compileBody(node.program, inside), compileBody(node.inverse, place)];
  switch (name) {
    case "if":
      return { do: "choose", value, whenThere: body, otherwise };
    case "unless":
      return { do: "choose", value, whenThere: otherwise, otherwise: body };
    case "each":
      return { do: "repeat", value, body, otherwise };
    default:
      throw unexpected(node);
  }
}

function compilePrint(node: hbs.AST.MustacheStatement, place: Place): Print {
  const isEscaped = place.escape;
  const [first = node.path, second = node] = node.params;
  const operand = (of: Node) => operandOf(of, place);
  const options = Object.fromEntries((node.hash?.pairs ?? []).map(({ key, value }) => [key, literalOf(value)]));
  switch (node.params.length > 0 ? nameOf(node.path) : undefined) {
    case undefined:
      return { do: "print", value: operand(first), escape: isEscaped && !isTracking(nameOf(first)) };
    case "date": {
      const { style = "day", until = false } = options as { style?: DateStyle; until?: boolean };
      // Neither dates nor numbers are ever written with a character that HTML would read as its own.
      return { do: "date", value: operand(first), style, until, escape: false };
    }
    case "number":
      return { do: "number", value: operand(first), escape: false };
    case "money":
      return { do: "money", value: operand(first), currency: operand(second), escape: isEscaped };
    case "plural":
      return pluralOf(operand(first), options as Record<string, string>, isEscaped);
    case "default":
      return { do: "default", value: operand(first), instead: String(literalOf(second)), escape: isEscaped };
    default:
      throw unexpected(node);
  }
}

/** Where no form holds a letter to escape, HTML and text say the same, and so it goes out once. */
function pluralOf(value: Operand, forms: Record<string, string>, isEscaped: boolean): Print {
  const isPlain = Object.values(forms).every((form) => escapeHtml(form) === form);
  return { do: "plural", value, forms, escape: isEscaped && !isPlain };
}

function operandOf(node: Node, { insideEach }: Place): Operand {
  if (node.type === "StringLiteral") {
    return { text: (node as hbs.AST.StringLiteral).value };
  }
  const name = nameOf(node);
  return (insideEach ? LINE[name] : undefined) ?? { of: name };
}

function nameOf(node: Node): string {
  if (node.type !== "PathExpression") {
    throw unexpected(node);
  }
  return (node as hbs.AST.PathExpression).original;
}

function literalOf(node: Node): string | boolean {
  if (node.type !== "StringLiteral" && node.type !== "BooleanLiteral") {
    throw unexpected(node);
  }
  return (node as hbs.AST.StringLiteral | hbs.AST.BooleanLiteral).value;
}

/** The checks before refuse everything else, with its line. */
function unexpected({ type, loc }: Node): Error {
  return new Error(`A checked template holds a ${type} at line ${loc.start.line} that programs do not know.`);
}
