import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { type BuildOptions, build } from "esbuild";
import { bundleFolder, functionNames, root } from "./function-names.ts";
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
  plugins: [pagePlugin, sdkPlugin],
  outExtension: { ".js": ".cjs" },
  legalComments: "none",
  // The pages' Chinese as it is; escaped it would be twice the size.
  charset: "utf8",
  metafile: true,
  absWorkingDir: root,
  logLevel: "warning",
} satisfies BuildOptions;

/** Bundles all functions in one pass (one process, shared parsing) to `dist/functions/<name>/index.cjs`. */
export async function bundleFunctions(): Promise<string[]> {
  const names = functionNames();
  const { metafile, outputFiles } = await build({
    ...bundleOptions,
    entryPoints: names.map((name) => ({ in: `functions/${name}.ts`, out: `${name}/index` })),
    outdir: bundleFolder,
    sourcemap: "external",
    write: false,
  });
  // Only now, so that a failed build leaves the last good bundles, and a function that is gone leaves none.
  await rm(bundleFolder, { recursive: true, force: true });
  for (const { path: file, contents } of outputFiles) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, contents);
  }
  await writeFile(path.join(root, "dist/functions.meta.json"), JSON.stringify(metafile));
  return names;
}
