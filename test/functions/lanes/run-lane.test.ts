import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { contactUpdate } from "../../../functions/contacts/store.ts";
import { commit } from "../../../functions/platform/commit.ts";
import { laneWorld } from "./support/lane-world.ts";

const world = laneWorld();
const sending = (settings: object) => world.ses().store.account.change(settings);
const callsOf = (action: string) => world.counts.read().find((each) => each.action === action)?.calls ?? 0;
const statesOf = (name: string) => new Set(world.messages(name).map(({ state }) => state));
const copiesOf = (name: string) => world.messages(name).reduce((sum, { copies }) => sum + copies, 0);

beforeAll(async () => {
  // What runs for the first time is loaded first: on a busy machine that can outlast the time that a call may take.
  await world.queue("first", 51);
  await world.run();
});

beforeEach(() => {
  world.wind(24 * 3600);
  world.faults.clear();
  world.counts.reset();
  world.queues().purge("MarketingMail");
  sending({ sendingEnabled: true, maxSendRate: 500, max24HourSend: 50_000, enforceLimits: true });
});

describe("a lane", () => {
  it("sends what is due in full calls, and each mail once", async () => {
    await world.queue("full", 120);
    await world.run();
    expect(callsOf("SendBulkEmail")).toBe(3);
    expect([...statesOf("full")]).toEqual(["submitted"]);
    expect(world.messages("full").map(({ copies }) => copies)).toEqual(Array(120).fill(1));
  });

  it("sends nothing a second time when it is woken again", async () => {
    await world.queue("again", 60);
    await world.run();
    await world.run();
    expect(copiesOf("again")).toBe(60);
  });

  it("is worked by one sender at a time, however many are woken, and none is forgotten", async () => {
    await world.queue("many", 110);
    await Promise.all([world.run(), world.run(), world.run()]);
    expect([...statesOf("many")]).toEqual(["submitted"]);
    expect(copiesOf("many")).toBe(110);
    expect(callsOf("SendBulkEmail")).toBe(3);
  });

  it("keeps the pace that the account allows, and uses nearly all of it", async () => {
    // Time passes here only when the sender waits, so what the provider counts in a second says nothing.
    sending({ maxSendRate: 14, enforceLimits: false });
    await world.queue("slow", 140);
    const before = Date.parse(world.now());
    await world.run();
    const seconds = (Date.parse(world.now()) - before) / 1000;
    expect(copiesOf("slow")).toBe(140);
    // The last call of seven begins when those before it have used up their half second each.
    expect(133 / seconds).toBeGreaterThan(0.95 * 14);
    // A quarter of a second was saved up before the first one.
    expect(133 / (seconds + 0.25)).toBeLessThanOrEqual(14);
  });

  it("leaves a tenth of the day to mail that people wait for, and goes on when there is room again", async () => {
    sending({ max24HourSend: 100 });
    await world.queue("daily", 120);
    await world.run();
    expect(copiesOf("daily")).toBe(90);
    world.wind(25 * 3600);
    await world.run();
    expect(copiesOf("daily")).toBe(120);
  });

  it("rests while the account is paused, and loses nothing", async () => {
    sending({ sendingEnabled: false });
    await world.queue("paused", 10);
    await world.run();
    expect([...statesOf("paused")]).toEqual(["queued"]);
    sending({ sendingEnabled: true });
    await world.run();
    expect([...statesOf("paused")]).toEqual(["queued"]);
    world.wind(61);
    await world.run();
    expect(copiesOf("paused")).toBe(10);
  });

  it("waits and tries again when the provider throttles a call", async () => {
    world.faults.add({ service: "ses", action: "SendBulkEmail", mode: "throttle", count: 2, skip: 1, delayMs: 0 });
    await world.queue("throttled", 150);
    await world.run();
    expect(world.messages("throttled").map(({ copies }) => copies)).toEqual(Array(150).fill(1));
  });

  it("leaves out who has stopped since the mail was queued, and says so", async () => {
    await world.queue("stopped", 3);
    await commit([contactUpdate("con_stopped-1", { stoppedAt: world.now() })]);
    await world.run();
    const [one] = world.messages("stopped").filter(({ contactId }) => contactId === "con_stopped-1");
    expect(one).toMatchObject({ state: "skipped", skipReason: "stopped", copies: 0 });
    expect(copiesOf("stopped")).toBe(2);
  });

  it("wakes its successor when its time is up", async () => {
    await world.queue("late", 200);
    let asked = 0;
    await world.run(() => (++asked > 2 ? 1000 : 120_000));
    expect(copiesOf("late")).toBe(100);
    expect(world.queues().counts("MarketingMail").visible).toBe(1);
    await world.run();
    expect(world.messages("late").map(({ copies }) => copies)).toEqual(Array(200).fill(1));
  });

  it("is left by a sender whose time is up although somebody asked meanwhile, so that its successor need not wait", async () => {
    world.faults.add({ service: "ses", action: "SendBulkEmail", mode: "latency", count: 2, skip: 0, delayMs: 300 });
    await world.queue("handed-on", 200);
    let asked = 0;
    let comes: Promise<void> | undefined;
    await world.run(() => {
      if (++asked <= 2) return 120_000;
      comes ??= world.run();
      return 1000;
    });
    await comes;
    expect([copiesOf("handed-on"), world.queues().counts("MarketingMail").visible]).toEqual([100, 1]);
    await world.run();
    expect(world.messages("handed-on").map(({ copies }) => copies)).toEqual(Array(200).fill(1));
  });

  it("sends mails whole whose template the provider has lost", async () => {
    await world.queue("lost", 12);
    const { templates } = world.ses().store;
    for (const { name } of templates.list()) templates.delete(name);
    await world.run();
    expect(world.messages("lost").map(({ copies }) => copies)).toEqual(Array(12).fill(1));
    expect(callsOf("SendEmail")).toBe(12);
  });
});
