import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { functionList } from "../../../infra/engine/function-list.ts";
import { buildStacks } from "../../../infra/stacks.ts";

/** A resource as it stands in a template. */
export interface Resource {
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation's properties have no one type.
  Properties: any;
  DeletionPolicy?: string;
  Metadata?: Record<string, unknown>;
  DependsOn?: string[];
}

/** Synthesizes the app as it is committed, around placeholder bundles: what a function does is not the question here. */
export function synthesize(context: Record<string, string> = {}) {
  const app = new App({ context: { bundles: placeholderBundles(), ...context } });
  const { data, mail, engine, web } = buildStacks(app);
  const template = (stack: typeof data | typeof mail | typeof engine | typeof web) => Template.fromStack(stack);
  return { data: template(data), mail: template(mail), engine: template(engine), web: template(web) };
}

/** A folder with a bundle for every listed function. */
export function placeholderBundles(names = Object.keys(functionList)): string {
  const folder = mkdtempSync(path.join(tmpdir(), "bundles-"));
  for (const name of names) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, "index.cjs"), `exports.handler = async () => ${JSON.stringify(name)};`);
  }
  return folder;
}

/** The resources of a type, by logical id. */
export function resourcesOf(template: Template, type: string): [string, Resource][] {
  return Object.entries(template.findResources(type)) as [string, Resource][];
}

/** One resource by its logical id. */
export function resourceOf(template: Template, id: string): Resource {
  const found = template.toJSON().Resources[id];
  if (!found) throw new Error(`The template has no ${id}`);
  return found;
}
