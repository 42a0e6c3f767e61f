import { beforeEach, describe, expect, it } from "vitest";
import { listHolds } from "../../../functions/budgets/find-holds.ts";
import { resumeSource } from "../../../functions/budgets/resume-source.ts";
import { recordOutcome } from "../../../functions/mail/record-outcome.ts";
import { laneWorld } from "./support/lane-world.ts";

const world = laneWorld();
const NEWS = "notice/news";
const copiesOf = (name: string) => world.messages(name).reduce((sum, { copies }) => sum + copies, 0);

beforeEach(() => world.wind(24 * 3600));

/** So many of a name's mails come back for good, each told as often as it is said. */
async function bounce(name: string, count: number, times = 1): Promise<void> {
  for (const { id, contactId, providerId } of world.messages(name).slice(0, count)) {
    const about = { messageId: String(id), contactId: String(contactId), providerId: String(providerId) };
    const at = world.now();
    for (let time = 0; time < times; time++)
      await recordOutcome({ ...about, kind: "bounced", hard: true, at, facts: { bouncedAt: at } });
  }
}

describe("A source of mail whose addresses do not exist", () => {
  it("is held as soon as it has used up its error budget, and its mail waits without being lost", async () => {
    await world.queue("bought", 100);
    await world.run();
    await bounce("bought", 4, 3);
    expect(await listHolds(), "a report told again counts once").toEqual([]);
    await bounce("bought", 6);
    expect(await listHolds()).toMatchObject([
      { source: "everything", because: "bounces" },
      { source: NEWS, because: "bounces", counted: { submitted: 100, bounced: 5 } },
    ]);
    await world.queue("later", 20);
    await world.run();
    expect([copiesOf("later"), new Set(world.messages("later").map(({ state }) => state))]).toEqual([
      0,
      new Set(["queued"]),
    ]);
  });

  it("goes on when a person says so, and what was counted before no longer counts", async () => {
    for (const source of [NEWS, "everything"])
      expect(await resumeSource(source, "mia@lantern.example", world.now(), [])).toEqual({ ok: true });
    expect(await listHolds()).toEqual([]);
    world.wind(3601);
    await world.run();
    expect(copiesOf("later")).toBe(20);
    await bounce("later", 4);
    expect(await listHolds()).toEqual([]);
  });

  it("cannot be let go on twice", async () => {
    expect(await resumeSource(NEWS, "mia@lantern.example", world.now(), [])).toEqual({
      ok: false,
      reason: "not-found",
    });
  });
});
