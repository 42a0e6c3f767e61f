import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advanceLot } from "../../../functions/points/advance-lot.ts";
import { earnPoints } from "../../../functions/points/earn-points.ts";
import { readBalance } from "../../../functions/points/read-balance.ts";
import { reverseOrder } from "../../../functions/points/reverse-order.ts";
import { dueOf, entriesOf, eventsOf, provenBalance } from "./support/books-of.ts";
import { purchase, refund } from "./support/events.ts";
import { type LocalTables, localTables } from "./support/local-tables.ts";
import { starterRules } from "./support/starter-rules.ts";

let tables: LocalTables;
beforeAll(async () => {
  tables = await localTables();
});
afterAll(() => tables.close());

const now = "2026-03-03T10:00:00.000Z";
const releaseAt = "2026-03-16T10:00:00.000Z";
let people = 0;

async function memberWithOrder(totalMinor: number, expiresAfterDays?: number) {
  const contactId = `con_${++people}`;
  const rules = starterRules.map((rule) => ({ ...rule, ...(expiresAfterDays ? { expiresAfterDays } : {}) }));
  const event = purchase("o-1", totalMinor, { contactId });
  await earnPoints({ event, rules, multiplierPercent: 100, zone: "UTC" }, now);
  const [lot] = dueOf(tables, contactId, "lot#");
  if (!lot) throw new Error("the purchase left no lot that is due");
  return { contactId, lot };
}

describe("the end of a wait", () => {
  it("makes the points spendable, once, and the lot is due no more", async () => {
    const { contactId, lot } = await memberWithOrder(5000);
    expect(await advanceLot(lot, "2026-03-16T09:59:59.999Z")).toEqual({ ok: false, reason: "not-yet" });
    const answers = await Promise.all([advanceLot(lot, releaseAt), advanceLot(lot, releaseAt)]);
    expect(answers.map((each) => each.ok && each.points).sort()).toEqual([0, 50]);
    expect(await advanceLot(lot, "2026-04-01T00:00:00.000Z")).toEqual({ ok: true, points: 0 });
    expect(await provenBalance(tables, contactId)).toEqual({ pending: 0, available: 50, debt: 0 });
    expect(dueOf(tables, contactId, "lot#")).toEqual([]);
    expect(eventsOf(tables, contactId).filter(({ type }) => type === "points.released")).toMatchObject([
      { data: { points: 50 } },
    ]);
  });

  it("finds nothing to release when everything was refunded", async () => {
    const { contactId, lot } = await memberWithOrder(5000);
    await reverseOrder(refund("o-1", "r-1", 5000, { contactId }), now);
    expect(await advanceLot(lot, releaseAt)).toEqual({ ok: true, points: 0 });
    expect(
      entriesOf(tables, contactId)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(["earn", "reverse"]);
  });

  it("of a lot that nobody knows is refused", async () => {
    expect(await advanceLot({ pk: "con_x", sk: "lot#nothing" }, releaseAt)).toEqual({ ok: false, reason: "not-found" });
  });

  it("cut off at any call leaves sound books, and the next attempt completes it", async () => {
    for (const lost of ["call", "answer"] as const) {
      for (let step = 1; step <= 3; step++) {
        const { contactId, lot } = await memberWithOrder(5000);
        tables.crashAt(step, lost);
        await expect(advanceLot(lot, releaseAt)).rejects.toThrow();
        tables.heal();
        await provenBalance(tables, contactId);
        await advanceLot(lot, releaseAt);
        expect(await provenBalance(tables, contactId)).toEqual({ pending: 0, available: 50, debt: 0 });
        expect(entriesOf(tables, contactId)).toHaveLength(2);
      }
    }
  });
});

describe("points that lapse", () => {
  it("are announced with their day, and lapse on it, once", async () => {
    const { contactId, lot } = await memberWithOrder(5000, 365);
    const lapsesAt = "2027-03-16T10:00:00.000Z";
    await advanceLot(lot, releaseAt);
    expect((await readBalance(contactId)).expiringNext).toEqual({ points: 50, at: lapsesAt });
    expect(dueOf(tables, contactId, "lot#")).toMatchObject([{ dueAt: lapsesAt }]);
    expect(await advanceLot(lot, "2027-03-16T09:59:59.999Z")).toEqual({ ok: false, reason: "not-yet" });
    expect(await advanceLot(lot, lapsesAt)).toEqual({ ok: true, kind: "expire", points: 50 });
    expect(await advanceLot(lot, lapsesAt)).toEqual({ ok: true, points: 0 });
    expect(await provenBalance(tables, contactId)).toEqual({ pending: 0, available: 0, debt: 0 });
    expect((await readBalance(contactId)).expiringNext).toBeNull();
    expect(dueOf(tables, contactId, "lot#")).toEqual([]);
  });

  it("become a debt when their purchase is refunded after they lapsed", async () => {
    const { contactId, lot } = await memberWithOrder(5000, 1);
    await advanceLot(lot, releaseAt);
    await advanceLot(lot, "2026-03-17T10:00:00.000Z");
    await reverseOrder(refund("o-1", "r-1", 5000, { contactId }), "2026-03-18T10:00:00.000Z");
    expect(await provenBalance(tables, contactId)).toEqual({ pending: 0, available: 0, debt: 50 });
  });
});
