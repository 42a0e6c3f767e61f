import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { advanceLot } from "../../../functions/points/advance-lot.ts";
import { earnPoints } from "../../../functions/points/earn-points.ts";
import { reverseOrder } from "../../../functions/points/reverse-order.ts";
import { fulfilRedemption } from "../../../functions/rewards/fulfil-redemption.ts";
import { readRedemptions, waitingPage } from "../../../functions/rewards/store.ts";
import { dueOf, entriesOf, eventsOf, provenBalance } from "../points/support/books-of.ts";
import { happened, purchase, refund } from "../points/support/events.ts";
import { type LocalTables, localTables } from "../points/support/local-tables.ts";
import { CARE, callOff, had, later, member, newcomer, now, reward, taken, wish, words } from "./support/reward-case.ts";

let tables: LocalTables;
beforeAll(async () => {
  tables = await localTables();
});
afterAll(() => tables.close());

describe("a redemption", () => {
  test("is fulfilled once, by a person who may say how", async () => {
    const ana = await member(tables);
    const { id } = await had(ana, await reward());
    const sent = { contactId: ana, redemptionId: id, ...CARE, note: "parcel 12" };
    await Promise.all([fulfilRedemption(sent, later), fulfilRedemption(sent, later)]);
    expect(await readRedemptions(ana)).toMatchObject([
      { state: "fulfilled", settledBy: CARE.person, note: "parcel 12" },
    ]);
    expect(eventsOf(tables, ana).filter(({ type }) => type === "reward.fulfilled")).toHaveLength(1);
    expect((await waitingPage(100)).items.filter(({ contactId }) => contactId === ana)).toEqual([]);
  });

  test("called off gives back points, stock and limit, once, and cannot be sent any more", async () => {
    const [ana, book] = [await member(tables), await reward({ stock: 1, perMember: 1 })];
    const { id } = await had(ana, book);
    const answers = await Promise.all([callOff(ana, id), callOff(ana, id)]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await provenBalance(tables, ana)).available).toBe(300);
    expect(taken(tables, book.name)).toBe(0);
    expect(entriesOf(tables, ana).at(-1)).toMatchObject({ kind: "reverse", points: 300, cause: id });
    expect(await fulfilRedemption({ contactId: ana, redemptionId: id, ...CARE }, later)).toMatchObject({ ok: false });
    expect(await wish(ana, book, "again")).toMatchObject({ ok: true });
  });

  test("that was sent is called off by a person of the company, not by the member", async () => {
    const ana = await member(tables);
    const { id } = await had(ana, await reward());
    await fulfilRedemption({ contactId: ana, redemptionId: id, ...CARE }, later);
    expect(await callOff(ana, id, true)).toEqual({ ok: false, reason: "already-fulfilled" });
    expect(await callOff(ana, id)).toMatchObject({ ok: true });
  });

  test("called off gives points back to where they lapse as before: those whose day is over lapse", async () => {
    const contactId = newcomer();
    const rule = {
      name: "trial-used",
      version: 1,
      title: words,
      on: "trial.used" as const,
      earn: { points: 100 },
      pendingDays: 0,
      expiresAfterDays: 3,
    };
    const used = happened("trial.used", {}, { contactId, at: now });
    await earnPoints({ event: used, rules: [rule], multiplierPercent: 100, zone: "UTC" }, now);
    const { id } = await had(contactId, await reward({ points: 100 }));
    await callOff(contactId, id);
    expect((await provenBalance(tables, contactId)).available).toBe(100);
    const [due] = dueOf(tables, contactId, "lot#");
    expect(due?.dueAt).toBe(later);
    await advanceLot(due as { pk: string; sk: string }, later);
    expect((await provenBalance(tables, contactId)).available).toBe(0);
  });

  test("called off pays first what a refund left the member owing", async () => {
    const contactId = newcomer();
    const earn = { points: 1, perMinor: 100, currency: "EUR", rounding: "down" as const };
    const rule = { name: "purchase", version: 1, title: words, on: "purchase.recorded" as const, earn, pendingDays: 0 };
    const about = { contactId, at: now };
    await earnPoints(
      { event: purchase("o-1", 30_000, about), rules: [rule], multiplierPercent: 100, zone: "UTC" },
      now,
    );
    const { id } = await had(contactId, await reward());
    await reverseOrder(refund("o-1", "r-1", 12_000, { contactId, at: later }), later);
    expect(await provenBalance(tables, contactId)).toEqual({ pending: 0, available: 0, debt: 120 });
    await callOff(contactId, id);
    expect(await provenBalance(tables, contactId)).toEqual({ pending: 0, available: 180, debt: 0 });
  });
});
