import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProductState } from "../../support/product-state.ts";
import type { Flow } from "./flow.ts";
import type { Bench } from "./one-thread-product.ts";
import { pass, type Reach } from "./reach.ts";

/** A moment at which the process may die, with the disk as it then stood. */
export interface CrashPoint {
  /** For example `7. after SendEmail`. */
  name: string;
  folder: string;
  /** Which step of the flow was under way, and whether the one who took it had had an answer. */
  step: number;
  answered: boolean;
}

export interface Recording {
  /** Calls that write, made by the flow when nothing dies. */
  calls: number;
  /** One for each different state of the disk just before and just after every such call. */
  points: CrashPoint[];
  end: ProductState;
}

/** The sweep looks again at everything undone every ten minutes: after this long no note can be missing any more. */
const HEALED_MINUTES = 25;

/**
 * Lives a flow once and keeps a copy of the disk before and after every call that writes. Such a copy is exactly what
 * kill -9 leaves: every write reaches the file in the turn in which it is made.
 */
export async function recordCrashPoints(bench: Bench, flow: Flow, start: string, into: string): Promise<Recording> {
  const folder = copied(start, join(into, "clean"));
  const product = await bench.open(folder);
  const points: CrashPoint[] = [];
  const at = { step: 0, answered: false };
  let calls = 0;
  let last = "";
  const keep = (name: string) => {
    const digest = digestOf(folder);
    if (digest === last) return;
    last = digest;
    points.push({ ...at, name, folder: copied(folder, join(into, String(points.length))) });
  };
  bench.gate.observe({
    before(call) {
      calls += 1;
      keep(`${calls}. before ${call}`);
    },
    after: (call) => keep(`${calls}. after ${call}`),
  });
  await liveThrough(product, flow, at);
  bench.gate.observe(undefined);
  const end = await product.state();
  await product.close();
  return { calls, points, end };
}

/** Where a flow stood when the process died. */
export type Progress = Pick<CrashPoint, "step" | "answered">;

/** Goes on after a start on the disk of a crash: who had no answer asks again, then the flow takes its course. */
export async function liveOn(product: Reach, flow: Flow, { step, answered }: Progress): Promise<Survived> {
  const found = await product.state();
  const current = flow.steps[step];
  if (current && !answered) await current(product);
  await rest(product);
  for (const act of flow.steps.slice(step + 1)) {
    await act(product);
    await rest(product);
  }
  return { found, end: await product.state() };
}

/** What a start after a crash found, and how it ended. */
export interface Survived {
  found: ProductState;
  end: ProductState;
}

/** Lives a flow from its beginning; `progress` tells at any time how far it has come. */
export async function liveThrough(product: Reach, flow: Flow, progress: Progress): Promise<void> {
  for (const [step, act] of flow.steps.entries()) {
    Object.assign(progress, { step, answered: false });
    await act(product);
    progress.answered = true;
    await rest(product);
  }
}

async function rest(product: Reach): Promise<void> {
  await product.settle();
  await pass(product, HEALED_MINUTES);
}

/** Copies a data folder; the files that SQLite shares between processes are made anew. */
export function copied(from: string, to: string): string {
  mkdirSync(to, { recursive: true });
  for (const file of dataFiles(from)) copyFileSync(join(from, file), join(to, file));
  return to;
}

function digestOf(folder: string): string {
  const hash = createHash("sha1");
  // The clock writes to the runtime's own file while it is wound; that is no step of the product.
  for (const file of dataFiles(folder).filter((name) => !name.startsWith("runtime")))
    hash.update(readFileSync(join(folder, file)));
  return hash.digest("hex");
}

function dataFiles(folder: string): string[] {
  return readdirSync(folder).filter((file) => /\.db(-wal)?$/.test(file));
}
