import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { redeemReward } from "../../../functions/rewards/redeem-reward.ts";
import { takeVoucher } from "../../../functions/rewards/take-voucher.ts";
import { provenBalance } from "../points/support/books-of.ts";
import { type LocalTables, localTables } from "../points/support/local-tables.ts";
import { callOff, had, later, member, now, tiers, voucher } from "./support/reward-case.ts";

let tables: LocalTables;
beforeAll(async () => {
  tables = await localTables();
});
afterAll(() => tables.close());

describe("a voucher", () => {
  const use = (code: string | undefined, order: string, at = later) => takeVoucher(code ?? "", order, at);

  test("is used once, by whichever of two orders comes first, and by the same order again", async () => {
    const { code } = await had(await member(tables), await voucher());
    const orders = await Promise.all([use(code, "o-1"), use(code, "o-2"), use(code?.toLowerCase(), "o-1")]);
    const winner = orders[0]?.ok ? "o-1" : "o-2";
    expect(orders.filter((each) => each.ok && !each.repeated)).toHaveLength(1);
    expect(await use(code, winner)).toMatchObject({ ok: true, repeated: true });
    expect(await use(code, "o-3")).toEqual({ ok: false, reason: "voucher-not-valid" });
  });

  test("answers alike whether it never was, is over, was used or was called off", async () => {
    const ana = await member(tables, 600);
    const gift = await voucher();
    const redeemed = await had(ana, gift);
    const other = await redeemReward({ contactId: ana, tiers, reward: gift.name, requestId: "2" }, now);
    await callOff(ana, redeemed.id);
    const refused = { ok: false, reason: "voucher-not-valid" };
    expect(await use("ABCD-EFGH-JKM23", "o-1")).toEqual(refused);
    expect(await use("not a code", "o-1")).toEqual(refused);
    expect(await use(redeemed.code, "o-1")).toEqual(refused);
    expect(await use(other.ok ? other.redemption.code : "", "o-1", "2027-02-26T12:00:00.000Z")).toEqual(refused);
  });

  test("that was used cannot be called off any more", async () => {
    const ana = await member(tables);
    const { id, code } = await had(ana, await voucher());
    await use(code, "o-1");
    expect(await callOff(ana, id)).toEqual({ ok: false, reason: "voucher-used" });
    expect((await provenBalance(tables, ana)).available).toBe(0);
  });
});
