import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "vitest/config";
import { compilePage } from "./compile-page.ts";

const MARK = "\0asset:";

// The ids are disguised, or vite's own CSS pipeline would claim what ends in .css. The console's style sheets are
// vite's business, both here and in its build.
/** Makes `.hbs` and `.css` imports mean in the tests exactly what they mean in the bundles. */
export function vitestAssets(): Plugin {
  return {
    name: "tastemaker-assets",
    enforce: "pre",
    resolveId(id, importer) {
      if (!importer || !/^\.{1,2}\/.*\.(hbs|css)$/.test(id) || importer.includes("/web/console/")) return null;
      const folder = path.dirname(importer.replace(MARK, ""));
      return `${MARK}${path.resolve(folder, id)}.js`;
    },
    async load(id) {
      if (!id.startsWith(MARK)) return null;
      const file = id.slice(MARK.length, -".js".length);
      if (file.endsWith(".hbs")) return compilePage(file);
      return `export default ${JSON.stringify(await readFile(file, "utf8"))};`;
    },
  };
}
