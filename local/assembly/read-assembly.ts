import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AssemblyError } from "./assembly-error.ts";

/** One CloudFormation stack as synthesized: nothing resolved yet. */
export interface Stack {
  name: string;
  template: Template;
  /** Object key in the asset bucket → path on this machine. */
  assets: Map<string, string>;
}

const Resource = z.strictObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).optional(),
  Metadata: z.record(z.string(), z.unknown()).optional(),
  Condition: z.string().optional(),
  DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});

export type TemplateResource = z.infer<typeof Resource>;

const Parameter = z.looseObject({ Type: z.string(), Default: z.unknown().optional() });
const Output = z.looseObject({ Value: z.unknown(), Export: z.strictObject({ Name: z.unknown() }).optional() });

const Template = z.strictObject({
  AWSTemplateFormatVersion: z.string().optional(),
  Description: z.string().optional(),
  Metadata: z.record(z.string(), z.unknown()).optional(),
  Parameters: z.record(z.string(), Parameter).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  // Rules only guard a deployment (the version of the bootstrap stack); there is nothing to run.
  Rules: z.record(z.string(), z.unknown()).optional(),
  Resources: z.record(z.string(), Resource),
  Outputs: z.record(z.string(), Output).default({}),
});

export type Template = z.infer<typeof Template>;

const Artifact = z.looseObject({
  type: z.string(),
  dependencies: z.array(z.string()).default([]),
  properties: z.record(z.string(), z.unknown()).default({}),
});

type Artifacts = Record<string, z.infer<typeof Artifact>>;

const Manifest = z.looseObject({ artifacts: z.record(z.string(), Artifact) });

const AssetManifest = z.looseObject({
  files: z.record(
    z.string(),
    z.looseObject({
      source: z.looseObject({ path: z.string().optional() }),
      destinations: z.record(z.string(), z.looseObject({ objectKey: z.string() })),
    }),
  ),
});

const STACK = "aws:cloudformation:stack";
const ASSETS = "cdk:asset-manifest";
const DESCRIPTIVE = new Set(["cdk:tree", "cdk:feature-flag-report"]);

/** Reads every stack of a synthesized cloud assembly, those depended upon first. */
export function readAssembly(directory: string): Stack[] {
  const { artifacts } = Manifest.parse(readJson(join(directory, "manifest.json")));
  for (const [id, { type }] of Object.entries(artifacts)) {
    if (type === STACK || type === ASSETS || DESCRIPTIVE.has(type)) continue;
    throw new AssemblyError({ stack: id }, `the local runtime does not know cloud assembly artifacts of type ${type}.`);
  }
  return inDependencyOrder(artifacts).map((id) => readStack(directory, artifacts, id));
}

function inDependencyOrder(artifacts: Artifacts): string[] {
  const ordered = new Set<string>();
  const visit = (id: string) => {
    const artifact = artifacts[id];
    if (artifact === undefined || ordered.has(id)) return;
    artifact.dependencies.forEach(visit);
    if (artifact.type === STACK) ordered.add(id);
  };
  Object.keys(artifacts).forEach(visit);
  return [...ordered];
}

function readStack(directory: string, artifacts: Artifacts, id: string): Stack {
  const properties = artifacts[id]?.properties ?? {};
  const template = Template.safeParse(readJson(join(directory, String(properties.templateFile))));
  if (!template.success) throw new AssemblyError({ stack: id }, z.prettifyError(template.error));
  const name = typeof properties.stackName === "string" ? properties.stackName : id;
  const manifests = (artifacts[id]?.dependencies ?? []).filter((needed) => artifacts[needed]?.type === ASSETS);
  const assets = manifests.flatMap((needed) => readAssets(directory, String(artifacts[needed]?.properties.file)));
  return { name, template: template.data, assets: new Map(assets) };
}

function readAssets(directory: string, file: string): [string, string][] {
  const { files } = AssetManifest.parse(readJson(join(directory, file)));
  return Object.values(files).flatMap(({ source, destinations }) =>
    Object.values(destinations).map(({ objectKey }): [string, string] => [
      objectKey,
      join(directory, source.path ?? ""),
    ]),
  );
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new Error(`Cannot read the cloud assembly at ${path}. Run "npm run synth" first.`, { cause });
  }
}
