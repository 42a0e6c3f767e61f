import { readFile } from "node:fs/promises";
import type { OnLoadResult, Plugin } from "esbuild";

/** Lets the bundler see what of an SDK client no function uses. */
export const sdkPlugin: Plugin = {
  name: "sdk",
  setup(build) {
    const client = String.raw`[/\\]@aws-sdk[/\\]client-[\w-]+[/\\]`;
    const schemas = new RegExp(String.raw`${client}dist-es[/\\]schemas[/\\]\w+\.js$`);
    build.onLoad({ filter: schemas }, async ({ path }) => withConstantKeys(await readFile(path, "utf8")));
    const manifest = new RegExp(String.raw`${client}package\.json$`);
    build.onLoad({ filter: manifest }, async ({ path }) => onlyVersion(await readFile(path, "utf8")));
  },
};

// The REST clients describe each operation with `{ [_h]: … }`. For all a bundler knows, computing that key might do
// something, so it keeps the description of every operation and of all they mention: 46 KB for SES, of which we call one.
function withConstantKeys(code: string): OnLoadResult {
  const constants = new Map(
    Array.from(code.matchAll(/^const (_\w+) = ("[^"\\]*");$/gm), ([, name, text]) => [name, text]),
  );
  const contents = code.replace(/\[(_\w+)\]:/g, (key, name) => `${constants.get(name) ?? key.slice(0, -1)}:`);
  return { contents, loader: "js" };
}

// A client reads its manifest for the version in its user agent; scripts and dependencies came along: 2 KB a client.
function onlyVersion(manifest: string): OnLoadResult {
  const { version } = JSON.parse(manifest) as { version: string };
  return { contents: JSON.stringify({ version }), loader: "json" };
}
