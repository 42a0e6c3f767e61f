import { mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { bundleOptions } from "../../../infra/bundle/bundle-functions.ts";

/** Bundles some code exactly as the functions are bundled, and loads it. */
export async function bundled<T>(code: string): Promise<T> {
  const outfile = path.join(mkdtempSync(path.join(tmpdir(), "bundle-")), "code.cjs");
  const { outExtension: _, ...options } = bundleOptions;
  await build({ ...options, stdin: { contents: code, resolveDir: process.cwd(), loader: "ts" }, outfile });
  return createRequire(import.meta.url)(outfile) as T;
}
