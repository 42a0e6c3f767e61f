import { globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { expect, test } from "vitest";

const folders = ["infra", "functions", "local", "bench", "tools", "web", "test"];

test("no file imports what its place in the house forbids, and every file was looked at", async () => {
  const { modules, summary } = await cruiseHere(folders);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);

  // A parser that does not know the language finds no module, and so nothing wrong: count what it has seen.
  const seen = new Set(modules.map((module) => module.source));
  expect(sources().filter((file) => !seen.has(file))).toEqual([]);
  expect(modules.filter(({ source }) => /[.]tsx?$/.test(source)).length).toBeGreaterThanOrEqual(sources().length);
}, 60_000);

test("a file that breaks a rule is found", async () => {
  const house = plant({
    "functions/points/store.ts": "export const rows = 1;",
    "functions/points/rules/earn.ts": 'import { rows } from "../store.ts";\nexport const earn = rows;',
    "functions/points/spend-points.ts": 'export const store = () => import("./store.ts");',
    "functions/points/earn-points.ts": 'import { sign } from "../sign-up.ts";\nexport const earnPoints = sign;',
    "functions/sign-up.ts": 'import { rows } from "./points/store.ts";\nexport const sign = rows;',
    "local/start.ts": 'import { sign } from "../functions/sign-up.ts";\nexport const start = sign;',
  });
  const { summary } = await cruiseHere(["functions", "local"], house);
  expect([...new Set(summary.violations.map(({ rule }) => rule.name))].sort()).toEqual([
    "local-reads-the-assembly",
    "nothing-imports-an-entry-file",
    "only-rules-load-later",
    "rules-are-pure",
    "rules-know-no-store",
    "stores-are-for-verbs",
  ]);
}, 60_000);

test("rules ask no clock, no chance and no environment", () => {
  const asking =
    /\bnow\(|\bDate\.now|new Date\(\)|Math\.random|randomUUID|randomBytes|\bprocess\.|Temporal\.Now|\bfetch\(/;
  const files = globSync("functions/*/rules/**/*.ts");
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => asking.test(withoutComments(readFileSync(file, "utf8"))))).toEqual([]);
});

test("no folder has a barrel and no file is called utils", () => {
  const suspicious = sources().filter((file) => /(^|\/)(index|utils?|helpers?|misc|common)\.tsx?$/.test(file));
  expect(suspicious).toEqual([]);
});

function sources(): string[] {
  return globSync("{infra,functions,local,bench,tools,web,test}/**/*.{ts,tsx}").filter(
    (file) => !file.endsWith(".d.ts"),
  );
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
}

async function cruiseHere(what: string[], baseDir = process.cwd()): Promise<ICruiseResult> {
  const options = await extractDepcruiseOptions("./.dependency-cruiser.mjs");
  const { output } = await cruise(what, { ...options, baseDir }, {}, { tsConfig: extractTSConfig("tsconfig.json") });
  return output as ICruiseResult;
}

function plant(files: Record<string, string>): string {
  const house = mkdtempSync(path.join(tmpdir(), "house-"));
  for (const [file, code] of Object.entries(files)) {
    mkdirSync(path.join(house, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(house, file), code);
  }
  return house;
}
