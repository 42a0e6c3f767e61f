import path from "node:path";
import type { Metafile, Plugin } from "esbuild";
import { root } from "./function-names.ts";

/** The second file of a bundle, beside index.cjs: what is loaded when it is first used, and not before. */
export const LATER_FILE = "later.cjs";

const NAMESPACE = "later";

// Only rules, which hold no state: each of the two files has its own copy of what both of them import.
/** Leaves the rules that a function asks for with `import()` to its second file. */
export const laterPlugin: Plugin = {
  name: "later",
  setup(build) {
    build.onResolve({ filter: /\/rules\/[\w-]+\.ts$/ }, ({ kind, path: asked, resolveDir }) => {
      if (kind !== "dynamic-import") return undefined;
      const file = path.relative(root, path.resolve(resolveDir, asked));
      return { namespace: NAMESPACE, path: file.split(path.sep).join("/") };
    });
    build.onLoad({ filter: /./, namespace: NAMESPACE }, ({ path: rules }) => ({
      contents: `module.exports = require("./${LATER_FILE}")[${JSON.stringify(rules)}];`,
    }));
    build.onResolve({ filter: /./, namespace: NAMESPACE }, ({ path: file }) => ({ path: file, external: true }));
  },
};

/** The rules that a bundled file leaves to its second file. */
export function rulesLeftTo({ inputs }: Metafile["outputs"][string]): string[] {
  return Object.keys(inputs)
    .filter((input) => input.startsWith(`${NAMESPACE}:`))
    .map((input) => input.slice(NAMESPACE.length + 1));
}

/** The code of a second file: each rules module whole, under its path. */
export function laterCode(rules: string[]): string {
  return rules.map((file) => `export * as ${JSON.stringify(file)} from ${JSON.stringify(`./${file}`)};`).join("\n");
}
