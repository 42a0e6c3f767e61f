import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProductState } from "../support/product-state.ts";
import { FLOWS } from "./flows/all-flows.ts";
import { copied, liveThrough } from "./support/crash-points.ts";
import { everyNote } from "./support/notes.ts";
import { type Bench, openBench } from "./support/one-thread-product.ts";
import { type PreparedFlows, preparedFlows } from "./support/prepared-flows.ts";
import { pass } from "./support/reach.ts";

describe("Every note that any worker ever got, told once more forwards and once more backwards,", () => {
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
      const product = await bench.open(folder);
      await liveThrough(product, flow, { step: 0, answered: false });
      const before = await product.state();
      const notes = everyNote(before);
      product.note([...notes, ...notes.toReversed()]);
      await product.settle();
      await pass(product, 25);
      const after = await product.state();
      await product.close();
      rmSync(folder, { recursive: true });
      expect(notes.length).toBeGreaterThan(4);
      expect(business(after)).toEqual(business(before));
    },
    60_000,
  );
});

function business({ main, ledger, mails }: ProductState) {
  return {
    main: main.filter(({ pk }) => pk !== "sweep" && !pk.startsWith("lane#")),
    ledger,
    mails: mails.map(({ id }) => id),
  };
}
