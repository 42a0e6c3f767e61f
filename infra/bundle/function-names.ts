import { readdirSync } from "node:fs";
import path from "node:path";

/** The repository's root. */
export const root = path.resolve(import.meta.dirname, "../..");

/** Where the bundles lie, one folder a function. */
export const bundleFolder = path.join(root, "dist/functions");

/** Every deployed function: the files (not the folders) in functions/, by their names. */
export function functionNames(folder = path.join(root, "functions")): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[a-z-]+\.ts$/.test(entry.name))
    .map((entry) => path.basename(entry.name, ".ts"))
    .sort();
}
