import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { LATER_FILE } from "../../infra/bundle/later-plugin.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** A deployed bundle, as the last build made it. */
export interface Bundle {
  name: string;
  file: string;
  bytes: number;
  /** What lies beside it and is loaded when it is first used. */
  later?: { file: string; bytes: number };
  /** The packages in it, with the bytes each takes. */
  packages: Record<string, number>;
}

interface Metafile {
  outputs: Record<string, { bytes: number; inputs: Record<string, { bytesInOutput: number }> }>;
}

/** Every bundle in dist/functions. */
export function bundles(): Bundle[] {
  const meta = path.join(root, "dist/functions.meta.json");
  if (!existsSync(meta)) throw new Error('There are no bundles yet: run "npm run build"');
  const { outputs } = JSON.parse(readFileSync(meta, "utf8")) as Metafile;
  const outputOf = (file: string) => outputs[file.split(path.sep).join("/")];
  const laterBeside = (file: string): Pick<Bundle, "later"> => {
    const later = path.join(path.dirname(file), LATER_FILE);
    const output = outputOf(later);
    return output ? { later: { file: path.join(root, later), bytes: output.bytes } } : {};
  };
  return globSync("dist/functions/*/index.cjs", { cwd: root })
    .sort()
    .map((file) => {
      const output = outputOf(file);
      if (!output) throw new Error(`${file} is not of the last build: run "npm run build"`);
      return {
        name: path.basename(path.dirname(file)),
        file: path.join(root, file),
        bytes: output.bytes,
        ...laterBeside(file),
        packages: byPackage(output.inputs),
      };
    });
}

function byPackage(inputs: Metafile["outputs"][string]["inputs"]): Record<string, number> {
  const sizes: Record<string, number> = {};
  for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
    if (name) sizes[name] = (sizes[name] ?? 0) + bytesInOutput;
  }
  return sizes;
}
