import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProductState } from "../support/product-state.ts";
import { FLOWS } from "./flows/all-flows.ts";
import { copied, liveThrough } from "./support/crash-points.ts";
import type { Flow } from "./support/flow.ts";
import { everyKill, type Kill, killOnce } from "./support/kill-once.ts";
import { type Bench, openBench } from "./support/one-thread-product.ts";
import { type PreparedFlows, preparedFlows } from "./support/prepared-flows.ts";
import { whatWentWrong } from "./support/what-went-wrong.ts";

const [signUp, link, journeyMail, order, hold, erasure, refund] = FLOWS as [Flow, Flow, Flow, Flow, Flow, Flow, Flow];

/** One kill for every function that writes and every way in which it does, before and after in turn. */
const KILLS: [flow: Flow, kill: string][] = [
  [signUp, "after SignUp dynamodb PutItem 1"],
  [signUp, "before RelayOutbox sqs SendMessageBatch 1"],
  [signUp, "after Confirm dynamodb TransactWriteItems 1"],
  [signUp, "before SendMarketing ses SendBulkEmail 1"],
  [signUp, "after SendMarketing ses SendBulkEmail 1"],
  [signUp, "after SendMarketing dynamodb BatchWriteItem 1"],
  [journeyMail, "before SendMarketing dynamodb TransactWriteItems 1"],
  [link, "after SendTransactional dynamodb TransactWriteItems 1"],
  [link, "before SendTransactional ses SendBulkEmail 1"],
  [link, "after SendTransactional ses SendBulkEmail 1"],
  [signUp, "before SendTransactional dynamodb BatchWriteItem 1"],
  [journeyMail, "after SweepDue sqs SendMessageBatch 1"],
  [journeyMail, "before RecordOutcome dynamodb PutItem 1"],
  [order, "after Ingest dynamodb TransactWriteItems 1"],
  [order, "before React dynamodb TransactWriteItems 3"],
  [hold, "after React dynamodb TransactWriteItems 2"],
  [erasure, "before React dynamodb UpdateItem 1"],
  [refund, "before React dynamodb TransactWriteItems 1"],
];

// The processes run the bundles of cdk.out, the end they are held against comes from the sources: assemble first.
describe("A process that is killed", () => {
  let bench: Bench;
  let prepared: PreparedFlows;
  const ends = new Map<Flow, ProductState>();
  let copies = 0;
  const copyOf = async (flow: Flow) => copied(await prepared.of(flow), join(prepared.root, `copy-${++copies}`));
  const endOf = async (flow: Flow): Promise<ProductState> => {
    const known = ends.get(flow);
    if (known) return known;
    const product = await bench.open(await copyOf(flow));
    await liveThrough(product, flow, { step: 0, answered: false });
    const end = await product.state();
    await product.close();
    ends.set(flow, end);
    return end;
  };

  beforeAll(async () => {
    bench = await openBench();
    prepared = await preparedFlows(bench);
  }, 120_000);
  afterAll(async () => {
    await bench.close();
    prepared.remove();
  });

  for (const [flow, text] of KILLS) {
    it(`${text} in ${flow.name} is started again and ends as if nothing had happened`, async () => {
      const survived = await killOnce(flow, await copyOf(flow), killOf(text));
      expect(survived.killed, "the process was killed").toBe(true);
      expect(whatWentWrong(await endOf(flow), survived)).toEqual([]);
    }, 120_000);
  }

  for (const flow of FLOWS) {
    it.runIf(process.env.LONG)(
      `at any call of ${flow.name} is started again and ends as usual`,
      async () => {
        const wrong: Record<string, string[]> = {};
        for (const kill of await everyKill(flow, await copyOf(flow))) {
          const survived = await killOnce(flow, await copyOf(flow), kill);
          const found = whatWentWrong(await endOf(flow), survived);
          if (found.length > 0) wrong[JSON.stringify(kill)] = found;
        }
        expect(wrong).toEqual({});
      },
      1_800_000,
    );
  }
});

function killOf(text: string): Kill {
  const [when, caller = "", service, action = "", nth] = text.split(" ");
  return {
    caller,
    action,
    nth: Number(nth),
    service: service as Kill["service"],
    mode: `crash-${when}` as Kill["mode"],
  };
}
