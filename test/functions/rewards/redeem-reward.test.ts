import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { redeemReward } from "../../../functions/rewards/redeem-reward.ts";
import type { Reward } from "../../../functions/rewards/rules/reward.ts";
import { readRedemptions, waitingPage } from "../../../functions/rewards/store.ts";
import { entriesOf, eventsOf, provenBalance } from "../points/support/books-of.ts";
import { type LocalTables, localTables } from "../points/support/local-tables.ts";
import { had, later, member, reward, taken, tiers, voucher, wish } from "./support/reward-case.ts";

let tables: LocalTables;
beforeAll(async () => {
  tables = await localTables();
});
afterAll(() => tables.close());

describe("redeeming a reward", () => {
  test("takes the points, the last of it and one of what a member may have, and waits for a person", async () => {
    const [ana, book] = [await member(tables, 500), await reward({ stock: 1, perMember: 1 })];
    const redemption = await had(ana, book);
    expect(redemption).toMatchObject({ state: "reserved", taken: [{ points: 300 }] });
    expect(await provenBalance(tables, ana)).toMatchObject({ available: 200 });
    expect(entriesOf(tables, ana).at(-1)).toMatchObject({
      kind: "redeem",
      points: -300,
      cause: redemption.id,
      decidedBy: { rule: `reward/${book.name}`, version: 1 },
    });
    expect(taken(tables, book.name)).toBe(1);
    expect(eventsOf(tables, ana).at(-1)).toMatchObject({
      type: "reward.redeemed",
      data: { reward: book.name, points: 300 },
    });
    expect((await waitingPage(100)).items).toContainEqual(redemption);
  });

  test("gives a voucher's code at once", async () => {
    const ana = await member(tables);
    const redemption = await had(ana, await voucher());
    expect(redemption).toMatchObject({ state: "fulfilled", goodUntil: "2027-02-26T12:00:00.000Z" });
    expect(redemption.code).toMatch(/^[\w-]{15}$/);
    expect((await waitingPage(100)).items).not.toContainEqual(redemption);
  });

  test("asked for twice by the same request, at once and days later, happens once", async () => {
    const [ana, gift] = [await member(tables, 900), await voucher()];
    const answers = await Promise.all([wish(ana, gift), wish(ana, gift), wish(ana, gift)]);
    const again = await redeemReward({ contactId: ana, tiers, reward: gift.name, requestId: "1" }, later);
    const codes = [...answers, again].map((each) => each.ok && each.redemption.code);
    expect(new Set(codes).size).toBe(1);
    expect(again).toMatchObject({ ok: true, repeated: true });
    expect((await provenBalance(tables, ana)).available).toBe(600);
    expect(await redeemReward({ contactId: ana, tiers, reward: "another", requestId: "1" }, later)).toEqual({
      ok: false,
      reason: "idempotency-conflict",
    });
  });

  test("by fifty members at once for the last one gives it to exactly one", async () => {
    const book = await reward({ stock: 1 });
    const members = await Promise.all(Array.from({ length: 50 }, () => member(tables)));
    const answers = await Promise.all(members.map((each) => wish(each, book)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((each) => !each.ok && each.reason === "sold-out")).toHaveLength(49);
    expect(taken(tables, book.name)).toBe(1);
    const left = await Promise.all(members.map(async (each) => (await provenBalance(tables, each)).available));
    expect(left.filter((points) => points === 0)).toHaveLength(1);
  });

  test("from two tabs never spends the same points twice, nor more than one may have", async () => {
    const [ana, book] = [await member(tables, 500), await reward()];
    const tabs = await Promise.all(["a", "b"].map((tab) => wish(ana, book, tab)));
    expect(tabs.filter(({ ok }) => ok)).toHaveLength(1);
    expect(tabs).toContainEqual({ ok: false, reason: "insufficient-points" });
    const [ben, once] = [await member(tables, 5_000), await reward({ perMember: 2 })];
    const wishes = await Promise.all(["a", "b", "c", "d"].map((tab) => wish(ben, once, tab)));
    expect(wishes.filter(({ ok }) => ok)).toHaveLength(2);
    expect((await provenBalance(tables, ben)).available).toBe(4_400);
  });

  test.each([
    ["nobody offers", async () => ({ name: "none" }) as Reward, "unknown-reward"],
    ["is over", () => reward({ closesOn: "2026-11-27", zone: "UTC" }), "ended"],
    ["has not begun", () => reward({ opensOn: "2026-12-01", zone: "UTC" }), "not-yet"],
    ["costs more than there is", () => reward({ points: 301 }), "insufficient-points"],
  ])("that %s is refused and changes nothing", async (_, made, reason) => {
    const ana = await member(tables);
    expect(await wish(ana, await made())).toEqual({ ok: false, reason });
    expect((await provenBalance(tables, ana)).available).toBe(300);
    expect(await readRedemptions(ana)).toEqual([]);
  });
});
