import { beforeAll, describe, expect, it } from "vitest";
import { auditAct } from "../../../functions/access/audit-act.ts";
import { findCosts } from "../../../functions/costs/find-costs.ts";
import { nanosPerMail } from "../../../functions/costs/known-prices.ts";
import type { MonthlyBudget } from "../../../functions/costs/rules/monthly-budget.ts";
import { setBudget } from "../../../functions/costs/set-budget.ts";
import { findLane } from "../../../functions/lanes/find-lane.ts";
import { laneWorld } from "./support/lane-world.ts";

const world = laneWorld();
const NEWS = "notice/news";
const copiesOf = (name: string) => world.messages(name).reduce((sum, { copies }) => sum + copies, 0);
const statesOf = (name: string) => [...new Set(world.messages(name).map(({ state }) => state))];

async function set(budget: MonthlyBudget | undefined): Promise<void> {
  const act = { staff: "mia@lantern.example", act: "budget.set", subject: "monthly-budget" };
  await setBudget(budget, act.staff, world.now(), (before) => auditAct({ ...act, before, after: budget }, world.now()));
}

/** A budget that pays for so many mails; a cent more is rounded away. */
const payingFor = (mails: number) => {
  const amountMinor = Math.floor((mails * nanosPerMail("marketing", world.now())) / 10_000_000);
  return {
    budget: { amountMinor, warnAtPercent: 80 },
    mails: Math.floor((amountMinor * 10_000_000) / nanosPerMail("marketing", world.now())),
  };
};

describe("What mail costs", () => {
  it("is counted by source and day, with one write a call however many mails it carries", async () => {
    await world.queue("counted", 60);
    world.counts.reset();
    await world.run();
    const each = nanosPerMail("marketing", world.now());
    const { mails, nanos, sources } = await findCosts(world.now());
    expect([mails, nanos]).toEqual([60, 60 * each]);
    expect(sources).toEqual([
      { source: NEWS, lane: "marketing", mails: 60, nanos: 60 * each, days: { "23": 60 * each } },
    ]);
    const updates = world.counts.read().find(({ action }) => action === "UpdateItem");
    // Two calls: for each the source's hour, everything's hour and the month; and the sender leaves its lane.
    expect(updates?.calls).toBe(2 * 3 + 1);
  });

  it("counts a mail whose answer was lost, because SES may have taken it, and none that SES refused to take", async () => {
    const before = await findCosts(world.now());
    await world.queue("lost", 5);
    world.faults.add({
      service: "ses",
      action: "SendBulkEmail",
      mode: "timeout-after-accept",
      count: 1,
      skip: 0,
      delayMs: 0,
    });
    await world.run();
    expect(statesOf("lost")).toEqual(["unknown"]);
    expect((await findCosts(world.now())).mails - before.mails).toBe(5);
  });
});

describe("A month whose budget is used up", () => {
  let paid: ReturnType<typeof payingFor>;

  beforeAll(async () => {
    world.wind(3600);
    paid = payingFor(190);
    await set(paid.budget);
  });

  it("sends what the budget pays for and not a mail more; the rest waits, and the lane says why", async () => {
    const { mails } = await findCosts(world.now());
    await world.queue("more", 150);
    await world.run();
    expect(copiesOf("more")).toBe(paid.mails - mails);
    expect(statesOf("more").sort()).toEqual(["queued", "submitted"]);
    expect(await findLane("marketing", world.now())).toMatchObject({ doing: "resting", because: "monthly-budget" });
    expect(await findCosts(world.now())).toMatchObject({
      standing: "stopped",
      stopped: ["broadcast", "journey", "notice"],
      goesOnAt: "2026-12-01T00:00:00.000Z",
    });
  });

  it("still sends mail that people wait for, and counts what it costs", async () => {
    const before = await findCosts(world.now());
    await world.queue("waiting", 3, "transactional");
    await world.run(undefined, "transactional");
    expect(copiesOf("waiting")).toBe(3);
    expect((await findCosts(world.now())).mails).toBe(before.mails + 3);
  });

  it("does not look at what waits again and again", async () => {
    world.wind(3600);
    world.engine().snapshot();
    world.counts.reset();
    await world.run();
    const calls = world.counts.read().filter(({ action }) => action === "BatchWriteItem" || action === "BatchGetItem");
    expect(calls).toEqual([]);
  });

  it("goes on when a person raises it", async () => {
    await set({ ...paid.budget, amountMinor: paid.budget.amountMinor + 1000 });
    world.wind(16 * 60);
    await world.run();
    expect([copiesOf("more"), statesOf("more")]).toEqual([150, ["submitted"]]);
    expect(await findCosts(world.now())).toMatchObject({ standing: "fine", stopped: [] });
  });

  it("goes on by itself with the first of the next month", async () => {
    await set({ ...paid.budget, amountMinor: 1 });
    await world.queue("december", 20);
    await world.run();
    expect(copiesOf("december")).toBe(0);
    world.wind((Date.parse("2026-12-01T00:00:00.000Z") - Date.parse(world.now())) / 1000);
    await world.run();
    expect(copiesOf("december")).toBe(20);
    expect(await findCosts(world.now())).toMatchObject({ month: "2026-12", mails: 20 });
  });

  it("stops nothing any more once it is taken away", async () => {
    await set(undefined);
    await world.queue("free", 30);
    world.wind(16 * 60);
    await world.run();
    expect(copiesOf("free")).toBe(30);
    expect(await findCosts(world.now())).toMatchObject({ standing: "none", budget: undefined });
  });
});
