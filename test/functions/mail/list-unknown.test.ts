import { expect, test } from "vitest";
import { listUnknown } from "../../../functions/mail/list-unknown.ts";
import { queueMessage } from "../../../functions/mail/queue-message.ts";
import { findMessage, settledWrite } from "../../../functions/mail/store.ts";
import { commit } from "../../../functions/platform/commit.ts";
import { productTables } from "../../support/product-tables.ts";

productTables();

const AT = "2026-11-23T14:00:00.000Z";
const DAY_BEFORE = "2026-11-22T14:00:00.000Z";

async function lose(contactId: string, at: string) {
  const write = queueMessage({ kind: "marketing", contactId, template: "welcome", occurrence: "1", cause: {} }, at);
  await commit([write]);
  const message = await found(contactId, String(write.put.id));
  await commit([settledWrite(message, { state: "unknown", failure: "ETIMEDOUT", attempt: 1 }, at)]);
  return found(contactId, message.id);
}

async function found(contactId: string, id: string) {
  return (await findMessage(contactId, id)) ?? expect.unreachable(`${id} is not there`);
}

/** The ids of all pages in the order in which somebody would read them. */
async function readThrough(limit: number): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await listUnknown(limit, after);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    ids.push(...page.items.map(({ message }) => message.id));
    after = page.next;
  } while (after !== undefined);
  return ids;
}

test("messages of one lost call are each listed once, in the same order in pages of every size", async () => {
  const older = await lose("con_0000000000old", DAY_BEFORE);
  const lost = await Promise.all(["aa", "bb", "cc", "dd", "ee"].map((end) => lose(`con_00000000000${end}`, AT)));
  const newest = lost.map(({ id }) => id).sort((one, other) => (one < other ? 1 : -1));
  for (const limit of [1, 2, 4, 100]) expect(await readThrough(limit)).toEqual([...newest, older.id]);
});

test("a message that SES has told of is not listed any more", async () => {
  const message = await lose("con_00000000000ff", AT);
  expect(await readThrough(100)).toContain(message.id);
  await commit([settledWrite(message, { state: "submitted", providerId: "ses-1" }, AT)]);
  expect(await readThrough(100)).not.toContain(message.id);
});
