import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { earnPoints } from "../../../functions/points/earn-points.ts";
import type { EarningEvent } from "../../../functions/points/rules/earnings-for.ts";
import { dueOf, entriesOf, eventsOf, provenBalance } from "./support/books-of.ts";
import { happened, purchase } from "./support/events.ts";
import { type LocalTables, localTables } from "./support/local-tables.ts";
import { starterRules } from "./support/starter-rules.ts";

let tables: LocalTables;
beforeAll(async () => {
  tables = await localTables();
});
afterAll(() => tables.close());

const now = "2026-03-02T10:00:05.000Z";
const earn = (event: EarningEvent, multiplierPercent = 100, rules = starterRules) =>
  earnPoints({ event, rules, multiplierPercent, zone: "Europe/Berlin" }, now);

let people = 0;
const newMember = () => ({ contactId: `con_${++people}` });

describe("a purchase", () => {
  it("earns points that wait, in one entry with its rule, and is due at their release", async () => {
    const ana = newMember();
    const event = purchase("o-1", 4999, ana);
    const earned = await earn(event);
    expect(earned).toMatchObject({ ok: true, grants: [{ rule: "purchase", version: 1, points: 49 }] });
    expect(await provenBalance(tables, ana.contactId)).toEqual({ pending: 49, available: 0, debt: 0 });
    expect(entriesOf(tables, ana.contactId)).toMatchObject([
      {
        kind: "earn",
        at: event.at,
        recordedAt: now,
        points: 49,
        postings: [
          { account: "member:pending", points: 49 },
          { account: "programme:liability", points: -49 },
        ],
        cause: event.id,
        occasion: "order:o-1",
        decidedBy: { rule: "purchase", version: 1 },
      },
    ]);
    expect(dueOf(tables, ana.contactId, "lot#")).toMatchObject([{ dueAt: "2026-03-16T10:00:00.000Z" }]);
    const [told] = eventsOf(tables, ana.contactId);
    expect(told).toMatchObject({ type: "points.earned", data: { points: 49, rule: "purchase", pending: true } });
  });

  it("delivered twice at once and again days later earns once", async () => {
    const ana = newMember();
    const event = purchase("o-1", 4999, ana);
    const [first, second, third] = await Promise.all([earn(event), earn(event), earn(event)]);
    expect([first.ok, second.ok, third.ok]).toEqual([true, true, true]);
    expect(await earn(event)).toEqual(first);
    expect(entriesOf(tables, ana.contactId)).toHaveLength(1);
    expect(eventsOf(tables, ana.contactId)).toHaveLength(1);
    expect((await provenBalance(tables, ana.contactId)).pending).toBe(49);
  });

  it("replayed under a newer rule keeps the version that it was counted by", async () => {
    const ana = newMember();
    const event = purchase("o-1", 4999, ana);
    await earn(event);
    const [rule] = starterRules as [(typeof starterRules)[0]];
    const replayed = await earn(event, 125, [
      { ...rule, version: 2 },
      { ...rule, name: "bonus" },
    ]);
    expect(replayed).toMatchObject({ ok: true, grants: [{ version: 1, points: 49 }] });
    expect(entriesOf(tables, ana.contactId)).toHaveLength(1);
  });

  it("told again with other content under the same id is reported as a conflict and changes nothing", async () => {
    const ana = newMember();
    const event = purchase("o-1", 4999, ana);
    await earn(event);
    const forged = { ...event, data: { ...event.data, totalMinor: 999_900 } };
    expect(await earn(forged)).toEqual({ ok: false, reason: "conflict" });
    expect((await provenBalance(tables, ana.contactId)).pending).toBe(49);
  });

  it("reported by a second event earns nothing more", async () => {
    const ana = newMember();
    await earn(purchase("o-1", 4999, ana));
    const again = happened(
      "purchase.recorded",
      { orderId: "o-1", totalMinor: 4999, currency: "EUR", products: [] },
      { ...ana, cause: "another report" },
    );
    expect(await earn(again)).toEqual({ ok: false, reason: "already-earned" });
  });

  it.each([
    [99, "too-little"],
    [1.5, "bad-amount"],
    [-100, "bad-amount"],
    [2 ** 53, "bad-amount"],
  ])("of %d cents writes nothing: %s", async (totalMinor, reason) => {
    const ana = newMember();
    expect(await earn(purchase("o-1", totalMinor, ana))).toEqual({ ok: false, reason });
    expect(tables.rows("Main").filter(({ pk }) => pk === ana.contactId)).toEqual([]);
  });

  it("by fifty orders at once adds up on one member", async () => {
    const ana = newMember();
    const orders = Array.from({ length: 50 }, (_, index) => earn(purchase(`o-${index}`, 1000 + index * 100, ana)));
    expect((await Promise.all(orders)).every(({ ok }) => ok)).toBe(true);
    expect((await provenBalance(tables, ana.contactId)).pending).toBe(50 * 10 + (49 * 50) / 2);
  });
});

describe("a review", () => {
  const review = (contactId: string, productId: string, at = "2026-03-02T10:00:00.000Z") =>
    happened("review.recorded", { productId, reviewId: `${productId} ${at}`, rating: 5, body: "" }, { contactId, at });

  it("earns points to spend at once, once per product", async () => {
    const { contactId } = newMember();
    expect(await earn(review(contactId, "book"))).toMatchObject({ ok: true });
    expect(await earn(review(contactId, "book", "2026-03-09T10:00:00.000Z"))).toEqual({
      ok: false,
      reason: "already-earned",
    });
    expect(await provenBalance(tables, contactId)).toEqual({ pending: 0, available: 50, debt: 0 });
  });

  it("earns three times a day and not a fourth time, also with all of them at once", async () => {
    const { contactId } = newMember();
    const all = await Promise.all(["a", "b", "c", "d", "e"].map((product) => earn(review(contactId, product))));
    expect(all.filter(({ ok }) => ok)).toHaveLength(3);
    expect(all.filter((each) => !each.ok && each.reason === "daily-limit")).toHaveLength(2);
    expect((await provenBalance(tables, contactId)).available).toBe(150);
    expect(await earn(review(contactId, "f", "2026-03-02T23:00:00.000Z"))).toMatchObject({ ok: true });
  });
});

describe("a crash", () => {
  it("at any call of the earning leaves all of it or nothing, and the next delivery completes it", async () => {
    for (const lost of ["call", "answer"] as const) {
      for (let step = 1; ; step++) {
        const { contactId } = newMember();
        const event = purchase("o-1", 4999, { contactId });
        tables.crashAt(step, lost);
        const survived = await earn(event).then(
          () => true,
          () => false,
        );
        tables.heal();
        await provenBalance(tables, contactId);
        if (survived) break;
        expect(await earn(event)).toMatchObject({ ok: true });
        expect(await provenBalance(tables, contactId)).toEqual({ pending: 49, available: 0, debt: 0 });
        expect(entriesOf(tables, contactId)).toHaveLength(1);
        expect(eventsOf(tables, contactId)).toHaveLength(1);
        expect(step).toBeLessThan(20);
      }
    }
  });
});
