import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";

/** One resource of the assembly, as its template states it. */
export interface AssemblyResource {
  name: string;
  type: string;
  properties: Record<string, unknown>;
  metadata: Record<string, unknown>;
}

interface Template {
  Resources?: Record<
    string,
    { Type: string; Properties?: Record<string, unknown>; Metadata?: Record<string, unknown> }
  >;
}

/** Every resource of every stack in a synthesized cloud assembly. */
export function assemblyResources(folder: string): AssemblyResource[] {
  if (!existsSync(path.join(folder, "manifest.json")))
    throw new Error(`There is no assembly in ${folder}: run "npm run assemble" first.`);
  return globSync("*.template.json", { cwd: folder })
    .sort()
    .flatMap((file) => {
      const { Resources = {} } = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Template;
      return Object.entries(Resources).map(([name, { Type: type, Properties = {}, Metadata = {} }]) => {
        return { name, type, properties: Properties, metadata: Metadata };
      });
    });
}
