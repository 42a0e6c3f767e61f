import { afterAll, beforeAll, expect, it } from "vitest";
import { earnPoints } from "../../../functions/points/earn-points.ts";
import { readLedger } from "../../../functions/points/read-ledger.ts";
import { rebuildBalance } from "../../../functions/points/rebuild-balance.ts";
import { reverseOrder } from "../../../functions/points/reverse-order.ts";
import { purchase, refund } from "./support/events.ts";
import { type LocalTables, localTables } from "./support/local-tables.ts";
import { starterRules } from "./support/starter-rules.ts";

let tables: LocalTables;
beforeAll(async () => {
  tables = await localTables();
});
afterAll(() => tables.close());

const now = "2026-03-09T10:00:00.000Z";

it("tells a member's history newest first, page by page, with the rule behind every line", async () => {
  const contactId = "con_ana";
  for (const day of [3, 1, 2]) {
    const event = purchase(`o-${day}`, day * 1000, { contactId, at: `2026-03-0${day}T10:00:00.000Z` });
    await earnPoints({ event, rules: starterRules, multiplierPercent: 100, zone: "UTC" }, now);
  }
  await reverseOrder(refund("o-1", "r-1", 1000, { contactId, at: "2026-03-04T10:00:00.000Z" }), now);
  const first = await readLedger(contactId, 3);
  expect(first.entries.map(({ kind, points, occasion }) => `${kind} ${points} ${occasion}`)).toEqual([
    "reverse -10 order:o-1",
    "earn 30 order:o-3",
    "earn 20 order:o-2",
  ]);
  const second = await readLedger(contactId, 3, first.next);
  expect(second.entries).toMatchObject([{ kind: "earn", points: 10, decidedBy: { rule: "purchase", version: 1 } }]);
  expect(second.next).toBeUndefined();
});

it("finds a balance that does not follow from its entries, and does not mend it", async () => {
  const contactId = "con_bo";
  const event = purchase("o-1", 5000, { contactId });
  await earnPoints({ event, rules: starterRules, multiplierPercent: 100, zone: "UTC" }, now);
  expect((await rebuildBalance(contactId)).ok).toBe(true);
  const { commit } = await import("../../../functions/platform/commit.ts");
  await commit([{ update: { pk: contactId, sk: "balance" }, add: { pending: 1 } }]);
  const proof = await rebuildBalance(contactId);
  expect(proof).toMatchObject({
    ok: false,
    balance: { pending: 50 },
    cached: { pending: 51 },
    inLots: { pending: 50 },
  });
  expect((await rebuildBalance(contactId)).cached.pending).toBe(51);
});

it("knows nothing of a contact without points", async () => {
  expect(await readLedger("con_nobody", 10)).toEqual({ entries: [] });
  expect(await rebuildBalance("con_nobody")).toMatchObject({
    ok: true,
    balance: { pending: 0, available: 0, debt: 0 },
  });
});
