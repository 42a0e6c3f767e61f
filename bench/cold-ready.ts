import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Bench, Measurement } from "./support/bench.ts";
import { bundles } from "./support/bundles.ts";
import { median, spread } from "./support/statistics.ts";

const ROUNDS = 21;
const GATE = 3.3;
const MOONSHOT = 2.1;

// As Lambda starts one: a fresh process, nothing compiled before, the bundle required, its handler there. The deployed
// functions have no compile cache (it would have to be made on arm64 by the same Node), so neither have these.
// Processor time rather than the clock's: a start does nothing but compute, and so a busy machine cannot falsify it.
const START = `
  if (typeof require(process.argv[1]).handler !== "function") process.exit(1);
  const { user, system } = process.cpuUsage();
  process.stdout.write(String((user + system) / 1000));
`;

/** What starting a fresh process takes until a function is ready, over one whose function is empty. */
export const bench: Bench = {
  name: "cold.ready",
  about: `processor time of a fresh process until its handler is there, over an empty function's; ${ROUNDS} pairs`,
  run: async () => {
    const empty = emptyFunction();
    milliseconds(empty);
    return bundles().map(({ name, file, packages }) => measure(name, file, empty, "mjml-core" in packages));
  },
};

function measure(name: string, file: string, empty: string, compiles: boolean): Measurement {
  const pairs = Array.from({ length: ROUNDS }, () => ({ floor: milliseconds(empty), took: milliseconds(file) }));
  const ratios = pairs.map(({ floor, took }) => took / floor);
  const added = median(pairs.map(({ floor, took }) => took - floor));
  const line: Measurement = { case: name, ...spread(ratios), unit: "×", note: `+ ${added.toFixed(0)} ms` };
  // Nobody but the person who publishes a template waits for these.
  if (compiles) return { ...line, note: `${line.note}, MJML: no gate` };
  return { ...line, gate: { is: "at-most", value: GATE }, moonshot: MOONSHOT };
}

function milliseconds(file: string): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", START, file], {
    env: { AWS_REGION: "eu-central-1", AWS_ACCESS_KEY_ID: "bench", AWS_SECRET_ACCESS_KEY: "bench" },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${file} did not start: ${stderr}`);
  return Number(stdout);
}

function emptyFunction(): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "empty-")), "index.cjs");
  writeFileSync(file, "exports.handler = async () => ({ statusCode: 200 });");
  return file;
}
