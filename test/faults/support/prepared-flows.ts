import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copied } from "./crash-points.ts";
import type { Flow } from "./flow.ts";
import type { Bench } from "./one-thread-product.ts";

/** Data folders to begin flows from, and room for copies of them. */
export interface PreparedFlows {
  root: string;
  /** The folder in which everything a flow needs has happened; made when it is first asked for. */
  of(flow: Flow): Promise<string>;
  remove(): void;
}

/** Fills one store with the starter programme and, from copies of it, one for every flow. */
export async function preparedFlows(bench: Bench): Promise<PreparedFlows> {
  const root = mkdtempSync(join(tmpdir(), "tastemaker-flows-"));
  const base = join(root, "base");
  mkdirSync(base);
  await bench.prepare(base);
  const made = new Map<Flow, string>();
  return {
    root,
    async of(flow) {
      const known = made.get(flow);
      if (known) return known;
      const folder = copied(base, join(root, `flow-${made.size}`));
      made.set(flow, folder);
      const product = await bench.open(folder);
      await flow.prepare(product);
      await product.settle();
      await product.close();
      return folder;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
