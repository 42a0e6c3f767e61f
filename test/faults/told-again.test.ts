import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FLOWS } from "./flows/all-flows.ts";
import { copied, liveThrough } from "./support/crash-points.ts";
import { tellAgain } from "./support/notes.ts";
import { type Bench, openBench } from "./support/one-thread-product.ts";
import { type PreparedFlows, preparedFlows } from "./support/prepared-flows.ts";
import { pass } from "./support/reach.ts";

describe("Everything that was ever told to the workers, told once more,", () => {
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

  it.each(FLOWS)(
    "changes nothing after $name",
    async (flow) => {
      const folder = copied(await prepared.of(flow), join(prepared.root, "again"));
      const first = await bench.open(folder);
      await liveThrough(first, flow, { step: 0, answered: false });
      const before = await first.state();
      await first.close();
      tellAgain(folder);
      const calls: string[] = [];
      bench.gate.observe({ before: (call) => void calls.push(call), after: () => undefined });
      const second = await bench.open(folder);
      await second.settle();
      bench.gate.observe(undefined);
      expect(calls.filter((call) => call.startsWith("SendMessageBatch")).length).toBeGreaterThan(0);
      await pass(second, 25);
      const after = await second.state();
      await second.close();
      const business = ({ main, ledger, mails }: typeof after) => ({
        main: main.filter(({ pk }) => pk !== "sweep"),
        ledger,
        mails: mails.map(({ id }) => id),
      });
      expect(business(after)).toEqual(business(before));
    },
    60_000,
  );
});
