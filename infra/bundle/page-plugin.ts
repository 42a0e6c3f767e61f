import type { Plugin } from "esbuild";
import { compilePage } from "./compile-page.ts";

/** Turns `.hbs` imports into precompiled pages. */
export const pagePlugin: Plugin = {
  name: "pages",
  setup(build) {
    build.onLoad({ filter: /\.hbs$/ }, async ({ path }) => ({ contents: await compilePage(path), loader: "js" }));
  },
};
