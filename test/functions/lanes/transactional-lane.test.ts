import { beforeEach, describe, expect, it } from "vitest";
import { findLane } from "../../../functions/lanes/find-lane.ts";
import { queueMessage } from "../../../functions/mail/queue-message.ts";
import { commit } from "../../../functions/platform/commit.ts";
import { laneWorld } from "./support/lane-world.ts";

const world = laneWorld();
const sending = (settings: object) => world.ses().store.account.change(settings);
const callsOf = (action: string) => world.counts.read().find((each) => each.action === action)?.calls ?? 0;
const copiesOf = (name: string) => world.messages(name).map(({ copies }) => copies);
const statesOf = (name: string) => world.messages(name).map(({ state }) => state);
const send = () => world.run(undefined, "transactional");
const notes = () => world.queues().counts("TransactionalMail");

beforeEach(() => {
  world.wind(24 * 3600);
  world.faults.clear();
  world.counts.reset();
  world.queues().purge("TransactionalMail");
  sending({ sendingEnabled: true, maxSendRate: 500, max24HourSend: 50_000, enforceLimits: true });
});

describe("mail that people wait for", () => {
  it("leaves alone and at once, and together when more of it is due", async () => {
    await world.queue("alone", 1, "transactional");
    await send();
    expect([copiesOf("alone"), callsOf("SendBulkEmail")]).toEqual([[1], 1]);
    await world.queue("many", 120, "transactional");
    await send();
    expect([statesOf("many"), callsOf("SendBulkEmail")]).toEqual([Array(120).fill("submitted"), 1 + 3]);
  });

  it("goes by its own configuration set, which follows nobody's clicks", async () => {
    await world.queue("set", 2, "transactional");
    await send();
    const mail = world
      .ses()
      .list({})
      .find(({ tags }) => tags.contact === "con_set-0");
    expect(mail?.configurationSet).toBe("transactional");
  });

  it("does not wait behind marketing mail that is going out", async () => {
    await world.queue("letters", 100);
    world.faults.add({ service: "ses", action: "SendBulkEmail", mode: "latency", count: 2, skip: 0, delayMs: 1000 });
    const letters = world.run();
    while (world.faults.list().length > 0) await new Promise((resolve) => setTimeout(resolve, 1));
    await world.queue("between", 3, "transactional");
    await send();
    expect([statesOf("between"), new Set(statesOf("letters"))]).toEqual([
      Array(3).fill("submitted"),
      new Set(["queued"]),
    ]);
    await letters;
    expect(new Set(copiesOf("letters"))).toEqual(new Set([1]));
  });

  it("is looked for once more, and only once, when its note came before the index knew of it", async () => {
    await send();
    expect(notes()).toMatchObject({ visible: 0, delayed: 1 });
    await world.queue("lagging", 1, "transactional");
    world.wind(2);
    expect(notes()).toMatchObject({ visible: 1, delayed: 0 });
    world.queues().purge("TransactionalMail");
    await send();
    await send();
    expect([copiesOf("lagging"), notes()]).toMatchObject([[1], { visible: 0, delayed: 0 }]);
  });

  it("asks for the quota once in ten seconds, however many come one by one", async () => {
    for (const name of ["one", "two", "three"]) {
      await world.queue(name, 1, "transactional");
      await send();
    }
    expect([callsOf("SendBulkEmail"), callsOf("GetAccount")]).toEqual([3, 1]);
  });

  it("may use the tenth of the day that marketing mail leaves", async () => {
    sending({ max24HourSend: 100 });
    await world.queue("day", 100);
    await world.run();
    expect(statesOf("day").filter((state) => state === "submitted").length).toBe(90);
    await world.queue("reserve", 11, "transactional");
    await send();
    expect(statesOf("reserve").filter((state) => state === "submitted").length).toBe(10);
    expect(await findLane("transactional", world.now())).toMatchObject({ doing: "resting", because: "daily-quota" });
  });

  it("goes out although marketing mail is held", async () => {
    await world.queue("free", 1, "transactional");
    const everything = { pk: "budget#everything", sk: "hold", source: "everything", heldAt: world.now() };
    await commit([{ put: everything }]);
    await send();
    expect(copiesOf("free")).toEqual([1]);
    await commit([{ update: { pk: everything.pk, sk: everything.sk }, set: {}, remove: ["heldAt"] }]);
  });

  it("is not held back by one that cannot be made", async () => {
    await world.queue("sound", 2, "transactional");
    const about = { kind: "transactional", contactId: "con_sound-0", template: "sign-in", cause: {} } as const;
    const write = queueMessage({ ...about, occurrence: "broken" }, world.now());
    await commit([{ ...write, put: { ...write.put, variables: null } }]);
    await send();
    const [broken] = world.messages("sound").filter(({ variables }) => variables === null);
    expect(statesOf("sound").sort()).toEqual(["queued", "submitted", "submitted"]);
    expect(String(broken?.dueAt) > world.now(), "it is looked at again later").toBe(true);
  });
});

describe("mail that people wait for, whose answer is lost,", () => {
  beforeEach(() => {
    world.faults.add({
      service: "ses",
      action: "SendBulkEmail",
      mode: "timeout-after-accept",
      count: 1,
      skip: 0,
      delayMs: 0,
    });
  });

  it("goes out once more, after half a minute and not before", async () => {
    await world.queue("lost", 2, "transactional");
    await send();
    world.wind(29);
    await send();
    expect([copiesOf("lost"), statesOf("lost")]).toEqual([
      [1, 1],
      ["queued", "queued"],
    ]);
    world.wind(1);
    await send();
    expect(world.messages("lost")).toMatchObject(Array(2).fill({ copies: 2, state: "submitted", attempt: 2 }));
  });

  it("goes out no third time", async () => {
    await world.queue("twice", 2, "transactional");
    await send();
    world.wind(30);
    world.faults.add({
      service: "ses",
      action: "SendBulkEmail",
      mode: "garbled-after-accept",
      count: 1,
      skip: 0,
      delayMs: 0,
    });
    await send();
    world.wind(3600);
    await send();
    const parked = { copies: 2, state: "unknown", attempt: 2, listKey: "mail#unknown" };
    expect(world.messages("twice")).toMatchObject([parked, parked]);
  });

  it("does not go out again when the provider has told of it meanwhile", async () => {
    await world.queue("told", 2, "transactional");
    await send();
    await world.takeReports("told");
    world.wind(30);
    await send();
    expect(copiesOf("told")).toEqual([1, 1]);
    expect(
      world.messages("told").map(({ queue }) => queue),
      "no work is left",
    ).toEqual([undefined, undefined]);
  });
});

describe("a sender that dies while people wait", () => {
  /** The provider has the mails, and nothing can be recorded: the lane stays in dead hands. */
  async function dies(name: string): Promise<void> {
    await world.queue(name, 3, "transactional");
    world.faults.add({ service: "dynamodb", action: "BatchWriteItem", mode: "error", count: 100, skip: 0, delayMs: 0 });
    await expect(send()).rejects.toThrow();
    world.faults.clear();
  }

  it("is followed after its lease of 15 seconds, and what it had in hand goes out once more", async () => {
    await dies("dead");
    await world.queue("after", 2, "transactional");
    world.wind(14);
    await send();
    expect(copiesOf("after")).toEqual([0, 0]);
    world.wind(1);
    await send();
    expect([copiesOf("dead"), copiesOf("after")]).toEqual([
      [2, 2, 2],
      [1, 1],
    ]);
  });

  it("is followed when its lease ends, because a note comes then, and only one for all who asked", async () => {
    await dies("noted");
    world.wind(5);
    await send();
    await send();
    expect(notes()).toMatchObject({ visible: 0, delayed: 1 });
    world.wind(10);
    expect(notes()).toMatchObject({ visible: 1, delayed: 0 });
  });

  it("is not followed blindly where marketing mail is concerned: that is parked", async () => {
    await world.queue("letters-dead", 3);
    world.faults.add({ service: "dynamodb", action: "BatchWriteItem", mode: "error", count: 100, skip: 0, delayMs: 0 });
    await expect(world.run()).rejects.toThrow();
    world.faults.clear();
    world.wind(60);
    await world.run();
    expect(world.messages("letters-dead")).toMatchObject(Array(3).fill({ copies: 1, state: "unknown", attempt: 1 }));
  });
});
