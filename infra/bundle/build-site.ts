import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, glob, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { type BuildOptions, build } from "esbuild";
import { root } from "./function-names.ts";

/** What CloudFront serves from the bucket: `console/` and `assets/`. */
export const siteFolder = path.join(root, "dist/site");

/** The script runs in the browsers of other sites' visitors, and must leave no name in their pages. */
const embedOptions = {
  entryPoints: [path.join(root, "web/form/embed.ts")],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  charset: "utf8",
} satisfies BuildOptions;

const fingerprintFile = path.join(root, "dist/console.inputs");

/** Copies `web/public`, writes the API's document, and builds the console unless nothing it is made of has changed. */
export async function buildSite(): Promise<"built" | "unchanged"> {
  await copyAssets();
  const [, state] = await Promise.all([
    runNode("The API document was not written", ["web/api/generate.ts"]),
    buildConsole(),
  ]);
  return state;
}

async function buildConsole(): Promise<"built" | "unchanged"> {
  const fingerprint = await fingerprintOfInputs();
  if (fingerprint === (await lastFingerprint())) return "unchanged";
  await rm(fingerprintFile, { force: true });
  const to = path.join(siteFolder, "console");
  const options = ["--base", "/console/", "--outDir", to, "--emptyOutDir", "--logLevel", "warn"];
  const vite = path.join(root, "node_modules/vite/bin/vite.js");
  await runNode("The console was not built", [vite, "build", "web/console", ...options]);
  await writeFile(fingerprintFile, fingerprint);
  return "built";
}

async function copyAssets(): Promise<void> {
  const assets = path.join(siteFolder, "assets");
  await rm(assets, { recursive: true, force: true });
  await mkdir(assets, { recursive: true });
  const source = path.join(root, "web/public");
  if (existsSync(source)) await cp(source, assets, { recursive: true });
  await build({ ...embedOptions, outfile: path.join(assets, "embed.js") });
}

async function fingerprintOfInputs(): Promise<string> {
  const files = await Array.fromAsync(glob("web/{console,api,form}/**/*.*", { cwd: root }));
  const hash = createHash("sha256");
  for (const file of ["package-lock.json", "tsconfig.json", ...files.sort()]) {
    hash.update(`${file}\n`).update(await readFile(path.join(root, file)));
  }
  return hash.digest("hex");
}

async function lastFingerprint(): Promise<string | undefined> {
  if (!existsSync(path.join(siteFolder, "console/index.html"))) return undefined;
  return readFile(fingerprintFile, "utf8").catch(() => undefined);
}

// A process of its own, so that it shares the machine with the functions' bundling instead of waiting for it.
function runNode(failure: string, command: string[]): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    child.once("error", fail);
    child.once("exit", (code) => (code === 0 ? done() : fail(new Error(`${failure}; the message is above.`))));
  });
}
