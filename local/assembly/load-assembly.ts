import { z } from "zod";
import { AssemblyError } from "./assembly-error.ts";
import { readAssembly, type Stack, type TemplateResource } from "./read-assembly.ts";
import { createResolver, type Resolver } from "./resolver.ts";
import type { Identity, LoadedResource, ResourceKind } from "./resource-kind.ts";

/** A synthesized assembly with every reference resolved and every property understood. */
export interface Assembly {
  /** Where it lies. */
  folder: string;
  /** All resources of one kind, over all stacks. */
  of<Properties>(kind: ResourceKind<Properties>): LoadedResource<Properties>[];
  /** The output of that name in any stack. */
  output(name: string): string | undefined;
  /** The file or folder on this machine that was to be uploaded under this object key. */
  asset(objectKey: string): string | undefined;
}

interface Known {
  kinds: ResourceKind[];
  parameters: Record<string, string>;
}

/** Loads the assembly; stops at the first resource type or property that the local runtime does not know. */
export function loadAssembly(directory: string, { kinds, parameters }: Known): Assembly {
  const stacks = readAssembly(directory);
  const byType = new Map(kinds.map((kind) => [kind.type, kind]));
  const identityOf = (stack: Stack, logicalId: string) => identify(stack, logicalId, byType, resolver);
  const resolver: Resolver = createResolver({ stacks, parameters, identityOf });
  const loaded = new Map<string, LoadedResource<unknown>[]>();
  for (const stack of stacks) {
    for (const [logicalId, resource] of Object.entries(stack.template.Resources)) {
      if (resource.Condition !== undefined && !resolver.holds(stack, resource.Condition)) continue;
      const kind = kindOf(byType, stack, logicalId);
      const list = loaded.get(kind.type) ?? [];
      loaded.set(kind.type, list);
      list.push(load(stack, logicalId, resource, kind, resolver, identityOf(stack, logicalId)));
    }
  }
  return {
    folder: directory,
    of: <Properties>(kind: ResourceKind<Properties>) => (loaded.get(kind.type) ?? []) as LoadedResource<Properties>[],
    output: (name) => outputOf(stacks, resolver, name),
    asset: (objectKey) => stacks.map(({ assets }) => assets.get(objectKey)).find((path) => path !== undefined),
  };
}

function load(
  stack: Stack,
  logicalId: string,
  resource: TemplateResource,
  kind: ResourceKind,
  resolver: Resolver,
  identity: Identity,
): LoadedResource<unknown> {
  const parsed = kind.properties.safeParse(resolver.resolve(stack, resource.Properties ?? {}));
  if (!parsed.success) {
    const where = { stack: stack.name, logicalId, type: kind.type };
    throw new AssemblyError(
      where,
      `the local runtime does not understand its properties.\n${z.prettifyError(parsed.error)}`,
    );
  }
  const metadata = resolver.resolve(stack, resource.Metadata ?? {}) as Record<string, unknown>;
  return { stackName: stack.name, logicalId, metadata, properties: parsed.data, ...identity };
}

function identify(stack: Stack, logicalId: string, byType: Map<string, ResourceKind>, resolver: Resolver): Identity {
  const properties = stack.template.Resources[logicalId]?.Properties ?? {};
  return kindOf(byType, stack, logicalId).identify({
    stackName: stack.name,
    logicalId,
    text(property) {
      const value = resolver.resolve(stack, properties[property]);
      return typeof value === "string" ? value : undefined;
    },
  });
}

function kindOf(byType: Map<string, ResourceKind>, stack: Stack, logicalId: string): ResourceKind {
  const type = stack.template.Resources[logicalId]?.Type;
  if (type === undefined) throw new AssemblyError({ stack: stack.name, logicalId }, "nothing has this logical id.");
  const kind = byType.get(type);
  if (kind !== undefined) return kind;
  const advice = "teach it in local/resources/, or leave the resource out of the stack";
  throw new AssemblyError(
    { stack: stack.name, logicalId, type },
    `the local runtime does not know this type; ${advice}.`,
  );
}

function outputOf(stacks: Stack[], resolver: Resolver, name: string): string | undefined {
  const stack = stacks.find(({ template }) => name in template.Outputs);
  return stack === undefined ? undefined : String(resolver.resolve(stack, stack.template.Outputs[name]?.Value));
}
