import { globSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Bench, type Measurement, passes } from "./support/bench.ts";
import { table } from "./support/table.ts";

// node bench/run.ts [name…]: all benches, or those whose names begin so. A missed gate ends with an error.
const folder = import.meta.dirname;
const wanted = process.argv.slice(2);

const results: { name: string; about: string; measurements: Measurement[] }[] = [];
for (const file of globSync("*.ts", { cwd: folder }).sort()) {
  if (file === path.basename(import.meta.filename)) continue;
  const { bench } = (await import(path.join(folder, file))) as { bench: Bench };
  if (wanted.length > 0 && !wanted.some((name) => bench.name.startsWith(name))) continue;
  const { name, about } = bench;
  const measurements = await bench.run();
  results.push({ name, about, measurements });
  console.log(`\n${name}: ${about}\n${table(measurements)}`);
}

const missed = results.flatMap(({ name, measurements }) =>
  measurements.filter((each) => !passes(each)).map((each) => `${name} ${each.case}`),
);
const report = { node: process.version, platform: `${process.platform} ${process.arch}`, results, missed };
await mkdir(path.join(folder, "../dist"), { recursive: true });
await writeFile(path.join(folder, "../dist/bench.json"), JSON.stringify(report, null, 2));
console.log(`\n${JSON.stringify(report)}\n`);
if (missed.length > 0) console.error(`Missed gates: ${missed.join("; ")}`);
process.exitCode = missed.length > 0 ? 1 : 0;
