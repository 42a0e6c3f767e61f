import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readBalance } from "../../../functions/points/read-balance.ts";
import { readReferrals } from "../../../functions/referrals/read-referrals.ts";
import { entriesOf, eventsOf, provenBalance } from "../points/support/books-of.ts";
import { purchase, refund } from "../points/support/events.ts";
import { openWorld, type World } from "./support/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.tables.close());
beforeEach(() => {
  world.twice = false;
});

const joined = "2026-03-01T10:00:00.000Z";
const bought = "2026-03-05T12:00:00.000Z";
const beforeHoldEnds = "2026-03-19T11:59:59.999Z";
const holdEnds = "2026-03-19T12:00:00.000Z";

let pairs = 0;
async function friends(): Promise<{ advocate: string; friend: string; code: string }> {
  const [advocate, friend] = [`con_adv${++pairs}`, `con_fri${pairs}`];
  const code = await world.join(advocate, { at: "2026-02-01T10:00:00.000Z" });
  await world.join(friend, { at: joined, code, name: "Bo Berg" });
  return { advocate, friend, code };
}

const balances = async (...people: string[]) =>
  Promise.all(people.map(async (each) => provenBalance(world.tables, each)));
const told = (contactId: string, prefix: string) =>
  eventsOf(world.tables, contactId)
    .map(({ type }) => type)
    .filter((type) => type.startsWith(prefix));
const stateOf = async (advocate: string) => (await readReferrals(advocate, 10)).referrals[0]?.state;

describe("a friend who buys", () => {
  it("earns both their points, which wait until the hold is over", async () => {
    const { advocate, friend } = await friends();
    expect((await readReferrals(advocate, 10)).referrals).toEqual([
      { friendId: friend, friendName: "Bo", state: "pending", attributedAt: joined },
    ]);
    await world.happens(purchase("o-1", 4500, { contactId: friend, at: bought }));
    await world.until(beforeHoldEnds);
    expect(await stateOf(advocate)).toBe("qualified");
    expect(await balances(advocate, friend)).toEqual([
      { pending: 300, available: 0, debt: 0 },
      { pending: 100 + 45, available: 0, debt: 0 },
    ]);
    await world.until(holdEnds);
    expect(await balances(advocate, friend)).toEqual([
      { pending: 0, available: 300, debt: 0 },
      { pending: 0, available: 145, debt: 0 },
    ]);
    expect(await readReferrals(advocate, 10)).toEqual({
      referrals: [
        {
          friendId: friend,
          friendName: "Bo",
          state: "rewarded",
          attributedAt: joined,
          holdEndsAt: holdEnds,
          points: 300,
        },
      ],
    });
    expect(told(advocate, "friend")).toEqual(["friend.joined"]);
    expect(told(advocate, "referral").sort()).toEqual(["referral.qualified", "referral.rewarded"]);
  });

  it("for less than the minimum earns the advocate nothing until an order is large enough", async () => {
    const { advocate, friend } = await friends();
    await world.happens(purchase("o-1", 1999, { contactId: friend, at: bought }));
    await world.until(bought);
    expect(await stateOf(advocate)).toBe("pending");
    await world.happens(purchase("o-2", 2000, { contactId: friend, at: "2026-04-05T12:00:00.000Z" }));
    await world.until("2026-04-06T12:00:00.000Z");
    expect(await stateOf(advocate)).toBe("qualified");
  });

  it("and gives it back within the hold is paid for to nobody", async () => {
    const { advocate, friend } = await friends();
    await world.happens(purchase("o-1", 4500, { contactId: friend, at: bought }));
    await world.until(bought);
    await world.happens(refund("o-1", "r-1", 4500, { contactId: friend, at: "2026-03-10T12:00:00.000Z" }));
    await world.until("2026-04-30T12:00:00.000Z");
    const nothing = { pending: 0, available: 0, debt: 0 };
    expect(await balances(advocate, friend)).toEqual([nothing, nothing]);
    expect(await stateOf(advocate)).toBe("rejected");
    expect(told(advocate, "referral").sort()).toEqual(["referral.qualified", "referral.rejected"]);
  });

  it("and gives it back after the hold leaves the reward, but not the points of the order", async () => {
    const { advocate, friend } = await friends();
    await world.happens(purchase("o-1", 4500, { contactId: friend, at: bought }));
    await world.until(holdEnds);
    await world.happens(refund("o-1", "r-1", 4500, { contactId: friend, at: holdEnds }));
    await world.until("2026-04-30T12:00:00.000Z");
    expect(await balances(advocate, friend)).toEqual([
      { pending: 0, available: 300, debt: 0 },
      { pending: 0, available: 100, debt: 0 },
    ]);
    expect(await stateOf(advocate)).toBe("rewarded");
  });

  it("ends the same when the news of the refund comes before the order or after the reward", async () => {
    const nothing = { pending: 0, available: 0, debt: 0 };
    const early = await friends();
    const givenBack = (contactId: string) => refund("o-1", "r-1", 4500, { contactId, at: "2026-03-10T12:00:00.000Z" });
    await world.happens(givenBack(early.friend));
    await world.until("2026-03-10T12:00:00.000Z");
    await world.happens(purchase("o-1", 4500, { contactId: early.friend, at: bought }));
    await world.until("2026-04-30T12:00:00.000Z");
    expect(await balances(early.advocate, early.friend)).toEqual([nothing, nothing]);
    expect(await stateOf(early.advocate)).toBe("rejected");

    const late = await friends();
    await world.happens(purchase("o-1", 4500, { contactId: late.friend, at: bought }));
    await world.until("2026-04-30T12:00:00.000Z");
    await world.happens(givenBack(late.friend));
    await world.until("2026-05-30T12:00:00.000Z");
    expect(await balances(late.advocate, late.friend)).toEqual([nothing, nothing]);
    expect(await stateOf(late.advocate)).toBe("rejected");
  });

  it("is counted once when every row is worked on by two workers at once", async () => {
    world.twice = true;
    const { advocate, friend } = await friends();
    await world.happens(purchase("o-1", 4500, { contactId: friend, at: bought }));
    await world.until("2026-04-30T12:00:00.000Z");
    expect((await readBalance(advocate)).available).toBe(300);
    expect(
      entriesOf(world.tables, advocate)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(["earn", "release"]);
    expect(entriesOf(world.tables, friend)).toHaveLength(4);
    expect(told(advocate, "referral")).toHaveLength(2);
    expect(told(advocate, "tier")).toEqual(["tier.changed"]);
  });
});

describe("tiers", () => {
  it("rise with the run after the points of several friends, and say so", async () => {
    const advocate = "con_hub";
    const code = await world.join(advocate, { at: "2026-02-01T10:00:00.000Z" });
    const many = Array.from({ length: 5 }, (_, index) => `con_spoke${index}`);
    for (const friend of many) await world.join(friend, { at: joined, code });
    await Promise.all(many.map((friend) => world.happens(purchase("o", 2500, { contactId: friend, at: bought }))));
    await world.until(holdEnds);
    expect((await readBalance(advocate)).available).toBe(1500);
    expect(told(advocate, "tier")).toEqual([]);
    await world.until("2026-03-20T03:00:00.000Z");
    const [changed] = eventsOf(world.tables, advocate).filter(({ type }) => type === "tier.changed");
    expect(changed?.data).toEqual({ from: "visitor", to: "fluent", direction: "up" });
  });
});
