import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adjustPoints } from "../../../functions/points/adjust-points.ts";
import { advanceLot } from "../../../functions/points/advance-lot.ts";
import { earnPoints } from "../../../functions/points/earn-points.ts";
import { reverseOrder } from "../../../functions/points/reverse-order.ts";
import { dueOf, entriesOf, eventsOf, provenBalance } from "./support/books-of.ts";
import { happened, purchase, refund } from "./support/events.ts";
import { type LocalTables, localTables } from "./support/local-tables.ts";
import { starterRules } from "./support/starter-rules.ts";

let tables: LocalTables;
beforeAll(async () => {
  tables = await localTables();
});
afterAll(() => tables.close());

const now = "2026-03-03T10:00:00.000Z";
const afterHold = "2026-03-16T10:00:00.000Z";
const earn = (event: ReturnType<typeof purchase>) =>
  earnPoints({ event, rules: starterRules, multiplierPercent: 100, zone: "UTC" }, now);

let people = 0;
function newMember() {
  const contactId = `con_${++people}`;
  tables.put({ pk: contactId, sk: "contact" });
  return { contactId };
}

async function release(contactId: string): Promise<void> {
  for (const key of dueOf(tables, contactId, "lot#")) await advanceLot(key, afterHold);
}

describe("a refund", () => {
  it("takes back waiting points and tells it, with the event as cause", async () => {
    const ana = newMember();
    await earn(purchase("o-1", 5000, ana));
    const event = refund("o-1", "r-1", 2000, ana);
    expect(await reverseOrder(event, now)).toEqual({ ok: true, points: 20, waiting: false });
    expect(await provenBalance(tables, ana.contactId)).toEqual({ pending: 30, available: 0, debt: 0 });
    const entries = entriesOf(tables, ana.contactId);
    expect(entries.find(({ kind }) => kind === "reverse")).toMatchObject({
      points: -20,
      cause: event.id,
      occasion: "order:o-1",
      decidedBy: { rule: "purchase", version: 1 },
    });
    expect(eventsOf(tables, ana.contactId).find(({ type }) => type === "points.reversed")?.data).toMatchObject({
      points: 20,
    });
  });

  it("in three odd parts takes back exactly what was earned, and nothing of it is due any more", async () => {
    const ana = newMember();
    await earn(purchase("o-1", 1999, ana));
    for (const [index, amount] of [333, 667, 999].entries())
      await reverseOrder(refund("o-1", `r-${index}`, amount, ana), now);
    expect(await provenBalance(tables, ana.contactId)).toEqual({ pending: 0, available: 0, debt: 0 });
    expect(dueOf(tables, ana.contactId, "lot#")).toEqual([]);
  });

  it("after the points were spent leaves a debt, which the next release pays", async () => {
    const ana = newMember();
    await earn(purchase("o-1", 10_000, ana));
    await release(ana.contactId);
    const spend = {
      ...ana,
      points: -80,
      reason: "a book",
      person: "owner@example.com",
      requestId: `spend ${ana.contactId}`,
    };
    expect(await adjustPoints(spend, afterHold)).toMatchObject({ ok: true });
    await reverseOrder(refund("o-1", "r-1", 10_000, ana), afterHold);
    expect(await provenBalance(tables, ana.contactId)).toEqual({ pending: 0, available: 0, debt: 80 });
    await earn(purchase("o-2", 10_000, ana));
    expect(await provenBalance(tables, ana.contactId)).toEqual({ pending: 100, available: 0, debt: 80 });
    await release(ana.contactId);
    expect(await provenBalance(tables, ana.contactId)).toEqual({ pending: 0, available: 20, debt: 0 });
  });

  it("after the points were spent takes other points that can be spent before it makes a debt", async () => {
    const ana = newMember();
    await earn(purchase("o-1", 10_000, ana));
    await release(ana.contactId);
    const spend = {
      ...ana,
      points: -100,
      reason: "a book",
      person: "owner@example.com",
      requestId: `all ${ana.contactId}`,
    };
    await adjustPoints(spend, afterHold);
    await adjustPoints({ ...spend, points: 70, requestId: `gift ${ana.contactId}` }, afterHold);
    await reverseOrder(refund("o-1", "r-1", 6000, ana), afterHold);
    expect(await provenBalance(tables, ana.contactId)).toEqual({ pending: 0, available: 10, debt: 0 });
  });

  it("that overtakes its purchase waits for it and then leaves the same books", async () => {
    const [early, late] = [newMember(), newMember()];
    expect(await reverseOrder(refund("o-1", "r-1", 3000, early), now)).toEqual({ ok: true, points: 0, waiting: true });
    expect(await reverseOrder(refund("o-1", "r-1", 3000, early), now)).toEqual({ ok: true, points: 0, waiting: true });
    await earn(purchase("o-1", 5000, early));
    await earn(purchase("o-1", 5000, late));
    await reverseOrder(refund("o-1", "r-1", 3000, late), now);
    expect(await provenBalance(tables, early.contactId)).toEqual({ pending: 20, available: 0, debt: 0 });
    expect(await provenBalance(tables, late.contactId)).toEqual({ pending: 20, available: 0, debt: 0 });
    const figures = (contactId: string) =>
      entriesOf(tables, contactId)
        .map(({ kind, points }) => `${kind} ${points}`)
        .sort();
    expect(figures(early.contactId)).toEqual(figures(late.contactId));
  });

  it("delivered five times at once and again later counts once", async () => {
    const ana = newMember();
    await earn(purchase("o-1", 5000, ana));
    const event = refund("o-1", "r-1", 2000, ana);
    const answers = await Promise.all(Array.from({ length: 5 }, () => reverseOrder(event, now)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await reverseOrder(event, afterHold)).toEqual({ ok: true, points: 0, waiting: false });
    expect((await provenBalance(tables, ana.contactId)).pending).toBe(30);
  });

  it("of the same number with another amount is reported as a conflict", async () => {
    const ana = newMember();
    await earn(purchase("o-1", 5000, ana));
    await reverseOrder(refund("o-1", "r-1", 2000, ana), now);
    expect(await reverseOrder(refund("o-1", "r-1", 3000, ana), now)).toEqual({ ok: false, reason: "conflict" });
  });

  it.each([-1, 1.5, Number.NaN, 2 ** 53])("of %d cents is refused and changes nothing", async (amount) => {
    const ana = newMember();
    await earn(purchase("o-1", 5000, ana));
    expect(await reverseOrder(refund("o-1", "r-1", amount, ana), now)).toEqual({ ok: false, reason: "bad-amount" });
    expect((await provenBalance(tables, ana.contactId)).pending).toBe(50);
  });

  it("in another currency than the order's is refused", async () => {
    const ana = newMember();
    await earn(purchase("o-1", 5000, ana));
    const dollars = happened(
      "purchase.refunded",
      { orderId: "o-1", refundId: "r", amountMinor: 5000, currency: "USD" },
      ana,
    );
    expect(await reverseOrder(dollars, now)).toEqual({ ok: false, reason: "other-currency" });
  });
});

describe("everything at once", () => {
  it("purchase, refunds and release in a race end in the same books as one after the other", async () => {
    for (let round = 0; round < 10; round++) {
      const ana = newMember();
      const bought = purchase("o-1", 10_000, ana);
      const parts = [2500, 2500, 1000].map((amount, index) => refund("o-1", `r-${index}`, amount, ana));
      await Promise.all([earn(bought), ...parts.map((part) => reverseOrder(part, now)), earn(bought)]);
      const lots = tables.rows("Main").filter(({ pk, sk }) => pk === ana.contactId && sk.startsWith("lot#"));
      const late = refund("o-1", "r-late", 1500, ana);
      await Promise.all([
        ...lots.map((lot) => advanceLot(lot, afterHold)),
        reverseOrder(late, afterHold),
        reverseOrder(late, afterHold),
      ]);
      expect(await provenBalance(tables, ana.contactId)).toEqual({ pending: 0, available: 25, debt: 0 });
    }
  });

  it("a crash at any call of a refund leaves sound books, and the next delivery completes it", async () => {
    for (const lost of ["call", "answer"] as const) {
      for (let step = 1; ; step++) {
        const ana = newMember();
        await reverseOrder(refund("o-1", "r-0", 1000, ana), now);
        const deliver = async () => {
          await earn(purchase("o-1", 5000, ana));
          await reverseOrder(refund("o-1", "r-1", 2000, ana), now);
        };
        tables.crashAt(step, lost);
        const survived = await deliver().then(
          () => true,
          () => false,
        );
        tables.heal();
        await provenBalance(tables, ana.contactId);
        if (survived) break;
        await deliver();
        expect(await provenBalance(tables, ana.contactId)).toEqual({ pending: 20, available: 0, debt: 0 });
        expect(entriesOf(tables, ana.contactId)).toHaveLength(3);
        expect(step).toBeLessThan(40);
      }
    }
  });
});
