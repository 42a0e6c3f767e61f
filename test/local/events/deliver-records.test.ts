import { describe, expect, it } from "vitest";
import { type DeliverableRecord, type DeliveryRules, deliverRecords } from "../../../local/events/deliver-records.ts";

const record = (sequence: number, ageSeconds = 0): DeliverableRecord => ({
  dynamodb: { SequenceNumber: String(sequence), ApproximateCreationDateTime: 1_000 - ageSeconds },
});
const records = [1, 2, 3, 4].map((sequence) => record(sequence));
const numbers = (batch: DeliverableRecord[]) => batch.map(({ dynamodb }) => Number(dynamodb.SequenceNumber));

type Answer = (batch: number[], call: number) => { payload: string; functionError?: "Unhandled" };

const GOOD = { payload: "null" };
const FAILED = { payload: "{}", functionError: "Unhandled" as const };
const failing = (...ids: number[]) => ({
  payload: JSON.stringify({ batchItemFailures: ids.map((id) => ({ itemIdentifier: String(id) })) }),
});

async function deliver(answer: Answer, rules: Partial<DeliveryRules> = {}, batch = records) {
  const seen: number[][] = [];
  const progress: number[] = [];
  const givenUp: { batch: number[]; attempts: number }[] = [];
  await deliverRecords(batch, {
    invoke: async (each) => {
      seen.push(numbers(each));
      return answer(numbers(each), seen.length);
    },
    reportsFailures: true,
    bisects: false,
    maximumRetries: 2,
    maximumAgeSeconds: -1,
    now: () => 1_000_000,
    onProgress: (each) => void progress.push(Number(each.dynamodb.SequenceNumber)),
    onGivenUp: (each, attempts) => void givenUp.push({ batch: numbers(each), attempts }),
    pause: async () => undefined,
    ...rules,
  });
  return { seen, progress, givenUp };
}

describe("delivering stream records", () => {
  it("hands over the whole batch once when all goes well", async () => {
    expect(await deliver(() => GOOD)).toEqual({ seen: [[1, 2, 3, 4]], progress: [4], givenUp: [] });
  });

  it("goes on from the first failure and keeps what came before", async () => {
    const { seen, progress } = await deliver((_, call) => (call === 1 ? failing(3, 4) : GOOD));
    expect(seen).toEqual([
      [1, 2, 3, 4],
      [3, 4],
    ]);
    expect(progress).toEqual([2, 4]);
  });

  it("gives up after the allowed retries, and says so", async () => {
    const { seen, givenUp, progress } = await deliver(() => FAILED);
    expect(seen).toHaveLength(3);
    expect(givenUp).toEqual([{ batch: [1, 2, 3, 4], attempts: 3 }]);
    expect(progress).toEqual([4]);
  });

  it("halves a failing batch until only the bad record is given up", async () => {
    const { givenUp, progress } = await deliver((batch) => (batch.includes(3) ? FAILED : GOOD), { bisects: true });
    expect(givenUp.map(({ batch }) => batch)).toEqual([[3]]);
    expect(progress.at(-1)).toBe(4);
  });

  it("takes an answer of the wrong shape for a failure of all", async () => {
    const wrong = [
      { payload: '{"batchItemFailures":[{"itemIdentifier":"99"}]}' },
      { payload: '{"batchItemFailures":1}' },
    ];
    for (const answer of wrong) expect((await deliver(() => answer)).givenUp).toHaveLength(1);
  });

  it("ignores reported failures where the mapping does not ask for them", async () => {
    expect((await deliver(() => failing(1), { reportsFailures: false })).seen).toHaveLength(1);
  });

  it("does not deliver what is older than allowed", async () => {
    const { seen, givenUp } = await deliver(() => GOOD, { maximumAgeSeconds: 60 }, [record(1, 61)]);
    expect(seen).toEqual([]);
    expect(givenUp).toEqual([{ batch: [1], attempts: 0 }]);
  });
});
