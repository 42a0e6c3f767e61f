import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { bundleFolder, functionNames, root } from "./function-names.ts";
import { LATER_FILE, laterCode, laterPlugin, rulesLeftTo } from "./later-plugin.ts";
import { replacements } from "./left-out.ts";
import { pagePlugin } from "./page-plugin.ts";
import { sdkPlugin } from "./sdk-plugin.ts";

/** How every function is bundled; the benches bundle their floors in the same way. */
export const bundleOptions = {
  bundle: true,
  platform: "node",
  target: "node24",
  format: "cjs",
  minify: true,
  // ESM sources can be shaken; the packages' CommonJS builds would come whole.
  mainFields: ["module", "main"],
  alias: replacements,
  loader: { ".css": "text" },
  plugins: [pagePlugin, sdkPlugin, laterPlugin],
  outExtension: { ".js": ".cjs" },
  legalComments: "none",
  // The pages' Chinese as it is; escaped it would be twice the size.
  charset: "utf8",
  metafile: true,
  absWorkingDir: root,
  logLevel: "warning",
} satisfies BuildOptions;

const inMemory = { sourcemap: "external", write: false } satisfies BuildOptions;

/** Bundles all functions in one pass (one process, shared parsing) to `dist/functions/<name>/`. */
export async function bundleFunctions(): Promise<string[]> {
  const names = functionNames();
  const first = await build({
    ...bundleOptions,
    entryPoints: names.map((name) => ({ in: `functions/${name}.ts`, out: `${name}/index` })),
    outdir: bundleFolder,
    ...inMemory,
  });
  const bundles = [first, ...(await Promise.all(secondFiles(first.metafile)))];
  // Only now, so that a failed build leaves the last good bundles, and a function that is gone leaves none.
  await rm(bundleFolder, { recursive: true, force: true });
  for (const { path: file, contents } of bundles.flatMap(({ outputFiles }) => outputFiles)) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, contents);
  }
  const outputs = Object.assign({}, ...bundles.map(({ metafile }) => metafile.outputs));
  await writeFile(path.join(root, "dist/functions.meta.json"), JSON.stringify({ outputs }));
  return names;
}

/** Bundles what functions left for later, each into one file beside its first. */
function secondFiles({ outputs }: Metafile) {
  const { outExtension: _, ...options } = bundleOptions;
  return Object.entries(outputs).flatMap(([file, output]) => {
    const rules = rulesLeftTo(output);
    if (rules.length === 0) return [];
    const outfile = path.join(root, path.dirname(file), LATER_FILE);
    const stdin = { contents: laterCode(rules), resolveDir: root };
    return [build({ ...options, plugins: [pagePlugin, sdkPlugin], stdin, outfile, ...inMemory })];
  });
}
