import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FLOWS } from "./flows/all-flows.ts";
import { liveOn, recordCrashPoints } from "./support/crash-points.ts";
import type { Flow } from "./support/flow.ts";
import { loseNotes } from "./support/notes.ts";
import { type Bench, openBench } from "./support/one-thread-product.ts";
import { type PreparedFlows, preparedFlows } from "./support/prepared-flows.ts";
import { whatWentWrong } from "./support/what-went-wrong.ts";

// Every boundary of every flow: the disk as it stood just before and just after each call that writes is started again
// and lived on. The same crashes with a real SIGKILL, a few of them, are in killed-process.test.ts.

// Queues and streams are hints, so a crash may also take every note with it; the long run tries that with every flow.
const CASES = FLOWS.flatMap((flow, at) => [
  { flow, name: flow.name, notes: "kept" },
  ...(process.env.LONG || at < 1 ? [{ flow, name: flow.name, notes: "lost" }] : []),
]);

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

  /** What went wrong after each crash of a flow. */
  async function survive(flow: Flow, notes: string): Promise<{ wrong: Record<string, string[]>; calls: number }> {
    const into = join(prepared.root, "points");
    const { calls, points, end } = await recordCrashPoints(bench, flow, await prepared.of(flow), into);
    const wrong: Record<string, string[]> = { "without a crash": whatWentWrong(end, { found: end, end }) };
    for (const point of points) {
      if (notes === "lost") loseNotes(point.folder);
      const product = await bench.open(point.folder);
      wrong[point.name] = whatWentWrong(end, await liveOn(product, flow, point));
      await product.close();
    }
    rmSync(into, { recursive: true });
    console.info(`${flow.name}, notes ${notes}: ${calls} writing calls, ${points.length} different crashes`);
    return { calls, wrong: Object.fromEntries(Object.entries(wrong).filter(([, found]) => found.length > 0)) };
  }

  it.each(CASES)(
    "of $name changes neither its end nor how often mail goes out (notes $notes)",
    async ({ flow, notes }) => {
      const { wrong, calls } = await survive(flow, notes);
      expect(wrong).toEqual({});
      expect(calls).toBeGreaterThan(4);
    },
    300_000,
  );
});
