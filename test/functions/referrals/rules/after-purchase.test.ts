import { describe, expect, it } from "vitest";
import { afterPurchase, type FriendOrder } from "../../../../functions/referrals/rules/after-purchase.ts";
import { afterRefund } from "../../../../functions/referrals/rules/after-refund.ts";
import type { Referral } from "../../../../functions/referrals/rules/referral.ts";
import { referralReward } from "../../../../functions/referrals/rules/referral-reward.ts";
import { referralRules, starterReferral } from "../support/starter-referral.ts";

const pending: Referral = {
  friendId: "con_bo",
  advocateId: "con_ana",
  code: "k7m2p9xz",
  state: "pending",
  touchedAt: "2026-03-01T10:00:00.000Z",
  attributedAt: "2026-03-01T10:05:00.000Z",
  refunds: [],
  revision: 1,
};
const order: FriendOrder = { orderId: "o-1", totalMinor: 2000, currency: "EUR", at: "2026-03-05T12:00:00.000Z" };
const reward = { points: 300, holdDays: 14 };
const buy = (referral: Referral, change: Partial<FriendOrder> = {}) =>
  afterPurchase(referral, { ...order, ...change }, starterReferral, reward);
const back = (referral: Referral, amountMinor: number, at: string, orderId = "o-1") =>
  afterRefund(referral, { orderId, refundId: `${orderId} ${at}`, amountMinor, at }, starterReferral);
const stateOf = (outcome: ReturnType<typeof buy> | ReturnType<typeof back>) =>
  outcome.ok && !outcome.repeated ? outcome.referral.state : outcome;

const qualified: Referral = {
  ...pending,
  state: "qualified",
  order: { orderId: "o-1", totalMinor: 2000, at: order.at },
  holdEndsAt: "2026-03-19T12:00:00.000Z",
  points: 300,
};

describe("a friend's order", () => {
  it("of at least the minimum qualifies, with the reward pinned and a hold of fourteen days", () => {
    expect(buy(pending)).toEqual({ ok: true, repeated: false, referral: qualified });
  });

  it.each([
    [{ totalMinor: 1999 }, "below-minimum"],
    [{ totalMinor: 0 }, "below-minimum"],
    [{ totalMinor: -5000 }, "below-minimum"],
    [{ totalMinor: Number.NaN }, "below-minimum"],
    [{ currency: "USD" }, "other-currency"],
    [{ at: "2026-03-01T09:59:59.999Z" }, "bought-before"],
  ] satisfies [Partial<FriendOrder>, string][])("does not qualify with %j: %s", (change, reason) => {
    expect(buy(pending, change)).toEqual({ ok: false, reason });
  });

  it("decides only once: the same order again changes nothing, another one comes too late", () => {
    expect(buy(qualified)).toEqual({ ok: true, repeated: true });
    expect(buy(qualified, { orderId: "o-2" })).toEqual({ ok: false, reason: "already-decided" });
  });
});

describe("a refund", () => {
  const within = "2026-03-19T11:59:59.999Z";

  it.each([
    [2000, within, "rejected"],
    [1, within, "rejected"],
    [0, within, "qualified"],
  ])("of %i cents at %s leaves the referral %s", (amount, at, state) => {
    expect(stateOf(back(qualified, amount, at))).toBe(state);
  });

  it("after the hold changes nothing any more", () => {
    expect(back(qualified, 2000, "2026-03-19T12:00:00.000Z")).toEqual({ ok: false, reason: "hold-over" });
  });

  it("within the hold counts even when it is heard of after the reward", () => {
    expect(stateOf(back({ ...qualified, state: "rewarded" }, 2000, within))).toBe("rejected");
  });

  it("that leaves enough of the order leaves the referral as it is, until a further one does not", () => {
    const large = { ...qualified, order: { orderId: "o-1", totalMinor: 5000, at: order.at } };
    const first = back(large, 3000, "2026-03-10T00:00:00.000Z");
    expect(stateOf(first)).toBe("qualified");
    const kept = first.ok && !first.repeated ? first.referral : large;
    expect(stateOf(back(kept, 1, "2026-03-11T00:00:00.000Z"))).toBe("rejected");
  });

  it("of another order does not matter", () => {
    expect(back(qualified, 2000, within, "o-2")).toEqual({ ok: false, reason: "other-order" });
  });

  it("that overtakes its order leads to the same end as one that follows it", () => {
    const refundFirst = back(pending, 2000, "2026-03-06T00:00:00.000Z");
    const waiting = refundFirst.ok && !refundFirst.repeated ? refundFirst.referral : pending;
    expect(waiting.state).toBe("pending");
    const orderFirst = back(qualified, 2000, "2026-03-06T00:00:00.000Z");
    expect(buy(waiting)).toEqual(orderFirst);
  });

  it("reported twice counts once", () => {
    const large = { ...qualified, order: { orderId: "o-1", totalMinor: 4000, at: order.at } };
    const once = back(large, 1500, within);
    const kept = once.ok && !once.repeated ? once.referral : large;
    expect(back(kept, 1500, within)).toEqual({ ok: true, repeated: true });
  });
});

describe("the reward", () => {
  it("is what the rules give the advocate, and the hold is their longest wait", () => {
    expect(referralReward(referralRules, order.at)).toEqual({ points: 300, holdDays: 14 });
    const [advocates, friends] = referralRules as [(typeof referralRules)[0], (typeof referralRules)[0]];
    expect(referralReward([{ ...advocates, pendingDays: 7 }, friends], order.at)).toEqual({
      points: 300,
      holdDays: 14,
    });
    expect(referralReward([], order.at)).toEqual({ points: 0, holdDays: 0 });
  });
});
