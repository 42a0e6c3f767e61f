import type { Context, SQSEvent, SQSRecord } from "aws-lambda";
import { beforeEach, expect, test } from "vitest";
import { dueRowWorker } from "../../../functions/outbox/due-row-worker.ts";
import { readDueRow } from "../../../functions/outbox/store.ts";
import { commit } from "../../../functions/platform/commit.ts";
import { dueWork } from "../../../functions/platform/work-rows.ts";
import { productTables } from "../../support/product-tables.ts";

productTables();

const ROW = { pk: "msg_1", sk: "message" };
const DUE_AT = "2026-11-23T14:00:00.000Z";

beforeEach(async () => {
  process.env.RECEIVES_BEFORE_DEAD = "3";
  await commit([{ put: { ...ROW, ...dueWork("marketing", DUE_AT, ROW.pk) } }]);
});

const work = (receives: number, doWork: () => Promise<unknown>) => {
  const record = { messageId: "note_1", body: JSON.stringify(ROW), eventSource: "aws:sqs" };
  const attributes = { ApproximateReceiveCount: String(receives) };
  const event = { Records: [{ ...record, attributes } as SQSRecord] } satisfies SQSEvent;
  const context = { getRemainingTimeInMillis: () => 9000 } as Context;
  return dueRowWorker(doWork)(event, context);
};
const fail = () => Promise.reject(new Error("no"));
const CAME_BACK = { batchItemFailures: [{ itemIdentifier: "note_1" }] };

test("a row whose work fails stays due as it was while the queue will hand its note out again", async () => {
  expect(await work(2, fail)).toEqual(CAME_BACK);
  expect((await readDueRow(ROW))?.dueAt).toBe(DUE_AT);
});

test("at the last receive before the note is dead the row becomes due a day later", async () => {
  const before = Date.now();
  expect(await work(3, fail)).toEqual(CAME_BACK);
  const later = Date.parse((await readDueRow(ROW))?.dueAt ?? "") - before;
  expect(later).toBeGreaterThanOrEqual(24 * 3600 * 1000 - 1000);
  expect(later).toBeLessThan(25 * 3600 * 1000);
});

test("a worker that was not told which receive is the last does no work", async () => {
  delete process.env.RECEIVES_BEFORE_DEAD;
  let done = 0;
  expect(await work(1, async () => (done += 1))).toEqual(CAME_BACK);
  expect(done).toBe(0);
});
