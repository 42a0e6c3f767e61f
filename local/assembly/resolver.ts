import { AssemblyError } from "./assembly-error.ts";
import { NO_VALUE, pseudoParameter } from "./pseudo-parameter.ts";
import type { Stack } from "./read-assembly.ts";
import type { Identity } from "./resource-kind.ts";

/** Turns what a template says (references, joins, imports) into plain values. */
export interface Resolver {
  resolve(stack: Stack, value: unknown): unknown;
  /** Whether the stack's named condition holds. */
  holds(stack: Stack, condition: string): boolean;
}

export interface ResolverSources {
  stacks: Stack[];
  /** Values given for parameters by name, in every stack that declares them. */
  parameters: Record<string, string>;
  identityOf(stack: Stack, logicalId: string): Identity;
}

type Resolve = (value: unknown) => unknown;
type Intrinsic = (scope: Scope, argument: unknown, resolve: Resolve) => unknown;

interface Scope extends ResolverSources {
  stack: Stack;
  resolver: Resolver;
}

/** Makes a resolver over all stacks, so that one stack may import what another exports. */
export function createResolver(sources: ResolverSources): Resolver {
  const resolver: Resolver = {
    resolve: (stack, value) => resolveIn({ ...sources, stack, resolver }, value),
    holds(stack, condition) {
      const definition = stack.template.Conditions[condition];
      if (definition === undefined) throw problem(stack, `there is no condition ${condition}.`);
      return resolver.resolve(stack, definition) === true;
    },
  };
  return resolver;
}

const INTRINSICS: Record<string, Intrinsic> = {
  Ref: (scope, name) => refer(scope, String(name)),
  "Fn::GetAtt": (scope, argument) => attribute(scope, argument),
  "Fn::Join": (_, argument, resolve) => {
    const [separator, parts] = argument as [string, unknown];
    return listOf(resolve(parts)).join(separator);
  },
  "Fn::Split": (_, argument, resolve) => {
    const [separator, text] = argument as [string, unknown];
    return String(resolve(text)).split(separator);
  },
  "Fn::Select": (_, argument, resolve) => {
    const [index, list] = argument as [unknown, unknown];
    return listOf(resolve(list))[Number(resolve(index))];
  },
  "Fn::Sub": (scope, argument, resolve) => substitute(scope, argument, resolve),
  "Fn::ImportValue": (scope, name, resolve) => imported(scope, String(resolve(name))),
  "Fn::FindInMap": ({ stack }, argument, resolve) => {
    const [map, top, second] = listOf(argument).map((part) => String(resolve(part))) as [string, string, string];
    return resolve(stack.template.Mappings[map]?.[top]?.[second]);
  },
  "Fn::If": ({ stack, resolver }, argument, resolve) => {
    const [condition, whenTrue, whenFalse] = argument as [string, unknown, unknown];
    return resolve(resolver.holds(stack, condition) ? whenTrue : whenFalse);
  },
  "Fn::Equals": (_, argument, resolve) => {
    const [one, other] = argument as [unknown, unknown];
    return resolve(one) === resolve(other);
  },
  "Fn::Not": (_, argument, resolve) => resolve((argument as unknown[])[0]) !== true,
  "Fn::And": (_, argument, resolve) => (argument as unknown[]).every((part) => resolve(part) === true),
  "Fn::Or": (_, argument, resolve) => (argument as unknown[]).some((part) => resolve(part) === true),
  Condition: ({ stack, resolver }, name) => resolver.holds(stack, String(name)),
};

function resolveIn(scope: Scope, value: unknown): unknown {
  const resolve: Resolve = (inner) => resolveIn(scope, inner);
  if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== NO_VALUE);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined && (only[0] in INTRINSICS || only[0].startsWith("Fn::"))) {
    return applied(scope, only[0], only[1], resolve);
  }
  const resolved = entries.map(([key, inner]) => [key, resolve(inner)] as const);
  return Object.fromEntries(resolved.filter(([, inner]) => inner !== NO_VALUE));
}

function applied(scope: Scope, name: string, argument: unknown, resolve: Resolve): unknown {
  const intrinsic = INTRINSICS[name];
  // "Condition" is a function only where it names one; in a policy statement it is an ordinary key.
  if (name === "Condition" && typeof argument !== "string") return { Condition: resolve(argument) };
  if (intrinsic === undefined) throw problem(scope.stack, `the local runtime does not know ${name}.`);
  return intrinsic(scope, argument, resolve);
}

function refer({ stack, parameters, identityOf }: Scope, name: string): unknown {
  if (name.startsWith("AWS::")) return pseudoParameter(stack, name);
  const parameter = stack.template.Parameters[name];
  if (parameter === undefined) return identityOf(stack, name).ref;
  const value = parameters[name] ?? parameter.Default;
  if (value === undefined) throw problem(stack, `parameter ${name} has no default and no local value.`);
  return value;
}

function attribute({ stack, identityOf }: Scope, argument: unknown): string {
  const [logicalId = "", ...path] = Array.isArray(argument) ? argument.map(String) : String(argument).split(".");
  const name = path.join(".");
  const value = identityOf(stack, logicalId).attributes[name];
  if (value !== undefined) return value;
  const type = stack.template.Resources[logicalId]?.Type ?? "?";
  throw new AssemblyError(
    { stack: stack.name, logicalId, type },
    `the local runtime does not know its attribute ${name}.`,
  );
}

function substitute(scope: Scope, argument: unknown, resolve: Resolve): string {
  const [text, variables] = (Array.isArray(argument) ? argument : [argument, {}]) as [string, Record<string, unknown>];
  return text.replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal !== "") return `\${${name}}`;
    if (name in variables) return String(resolve(variables[name]));
    return String(name.includes(".") ? attribute(scope, name) : refer(scope, name));
  });
}

function imported({ stacks, resolver, stack }: Scope, wanted: string): unknown {
  for (const exporting of stacks) {
    for (const output of Object.values(exporting.template.Outputs)) {
      if (output.Export === undefined || resolver.resolve(exporting, output.Export.Name) !== wanted) continue;
      return resolver.resolve(exporting, output.Value);
    }
  }
  throw problem(stack, `it imports ${wanted}, which no stack exports.`);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function problem(stack: Stack, text: string): AssemblyError {
  return new AssemblyError({ stack: stack.name }, text);
}
