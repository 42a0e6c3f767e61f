import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FLOWS } from "./flows/all-flows.ts";
import { liveOn, recordCrashPoints } from "./support/crash-points.ts";
import { loseNotes } from "./support/lose-notes.ts";
import { type Bench, openBench } from "./support/one-thread-product.ts";
import { type PreparedFlows, preparedFlows } from "./support/prepared-flows.ts";
import { whatWentWrong } from "./support/what-went-wrong.ts";

// Every boundary of every flow: the disk as it stood just before and just after each call that writes is started again
// and lived on. The same crashes with a real SIGKILL, a few of them, are in killed-process.test.ts.

// Queues and streams are hints: in the long run every crash takes all notes with it as well.
const MODES = process.env.LONG ? (["notes kept", "notes lost"] as const) : (["notes kept"] as const);

describe("A crash between any two steps", () => {
  let bench: Bench;
  let prepared: PreparedFlows;

  beforeAll(async () => {
    bench = await openBench();
    prepared = await preparedFlows(bench);
  }, 120_000);
  afterAll(async () => {
    await bench.close();
    prepared.remove();
  });

  for (const flow of FLOWS) {
    for (const mode of MODES) {
      it(`of ${flow.name} changes neither its end nor how often mail goes out (${mode})`, async () => {
        const into = join(prepared.root, "points");
        const { calls, points, end } = await recordCrashPoints(bench, flow, await prepared.of(flow), into);
        expect(whatWentWrong(end, { found: end, end }), "without a crash").toEqual([]);
        const wrong: Record<string, string[]> = {};
        for (const point of points) {
          if (mode === "notes lost") loseNotes(point.folder);
          const product = await bench.open(point.folder);
          const found = whatWentWrong(end, await liveOn(product, flow, point));
          await product.close();
          if (found.length > 0) wrong[point.name] = found;
        }
        rmSync(into, { recursive: true });
        console.info(`${flow.name}, ${mode}: ${calls} writing calls, ${points.length} different crashes`);
        expect(wrong).toEqual({});
        expect(calls).toBeGreaterThan(4);
      }, 300_000);
    }
  }
});
