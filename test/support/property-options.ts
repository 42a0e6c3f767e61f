import { randomInt } from "node:crypto";

/** Options of a property test with its seed printed; SEED repeats a run, RUNS lengthens it. */
export function propertyOptions(name: string, runs: number): { numRuns: number; seed: number } {
  const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
  const numRuns = Number(process.env.RUNS ?? runs);
  console.info(`property "${name}": ${numRuns} runs, SEED=${seed}`);
  return { numRuns, seed };
}
