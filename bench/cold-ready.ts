import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { LATER_FILE } from "../infra/bundle/later-plugin.ts";
import type { Bench, Measurement } from "./support/bench.ts";
import { type Bundle, bundles } from "./support/bundles.ts";
import { median, spread } from "./support/statistics.ts";

const ROUNDS = 21;
const GATE = 3.3;
const MOONSHOT = 2.1;

// As Lambda starts one: a fresh process, nothing compiled before, the bundle required, its handler there. The deployed
// functions have no compile cache (it would have to be made on arm64 by the same Node), so neither have these.
// Processor time rather than the clock's: a start does nothing but compute, and so a busy machine cannot falsify it.
const START = `
  const [first, ...later] = process.argv.slice(1);
  if (typeof require(first).handler !== "function") process.exit(1);
  for (const file of later) require(file);
  const { user, system } = process.cpuUsage();
  process.stdout.write(String((user + system) / 1000));
`;

/** What a fresh process takes until a function is ready, over an empty one; and, told only, with its second file too. */
export const bench: Bench = {
  name: "cold.ready",
  about: `processor time of a fresh process until its handler is there, over an empty function's; ${ROUNDS} pairs. What ${LATER_FILE} adds at its first use is told in a line of its own`,
  run: async () => {
    const empty = emptyFunction();
    milliseconds([empty]);
    return bundles().flatMap((bundle) => [ready(bundle, empty), ...withLater(bundle, empty)]);
  },
};

function ready({ name, file }: Bundle, empty: string): Measurement {
  return { ...measure(name, [file], empty), gate: { is: "at-most", value: GATE }, moonshot: MOONSHOT };
}

function withLater({ name, file, later }: Bundle, empty: string): Measurement[] {
  return later ? [measure(`${name}, ${LATER_FILE} too`, [file, later.file], empty)] : [];
}

function measure(name: string, files: string[], empty: string): Measurement {
  const pairs = Array.from({ length: ROUNDS }, () => ({ floor: milliseconds([empty]), took: milliseconds(files) }));
  const ratios = pairs.map(({ floor, took }) => took / floor);
  const added = median(pairs.map(({ floor, took }) => took - floor));
  return { case: name, ...spread(ratios), unit: "×", note: `+ ${added.toFixed(0)} ms` };
}

function milliseconds(files: string[]): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", START, ...files], {
    env: { AWS_REGION: "eu-central-1", AWS_ACCESS_KEY_ID: "bench", AWS_SECRET_ACCESS_KEY: "bench" },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${files.join(", ")} did not start: ${stderr}`);
  return Number(stdout);
}

function emptyFunction(): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "empty-")), "index.cjs");
  writeFileSync(file, "exports.handler = async () => ({ statusCode: 200 });");
  return file;
}
