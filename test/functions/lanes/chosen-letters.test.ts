import { describe, expect, it } from "vitest";
import type { MailPreferences } from "../../../functions/contacts/rules/preferences.ts";
import { contactUpdate } from "../../../functions/contacts/store.ts";
import { queueMessage } from "../../../functions/mail/queue-message.ts";
import { commit } from "../../../functions/platform/commit.ts";
import { laneWorld } from "./support/lane-world.ts";

const world = laneWorld();
const DAY = 24 * 3600;

async function choose(name: string, preferences: MailPreferences): Promise<void> {
  await commit([contactUpdate(`con_${name}-0`, { preferences })]);
}

async function queueAnother(name: string, occurrence: string): Promise<void> {
  const about = { kind: "marketing", contactId: `con_${name}-0`, template: "news", cause: { event: "test" } } as const;
  const variables = { links: { start: "https://lantern.example/lessons" } };
  await commit([queueMessage({ ...about, occurrence, variables }, world.now())]);
}

const copiesOf = (name: string) => world.messages(name).reduce((sum, { copies }) => sum + copies, 0);

/** A day passes, and the lane is woken. */
async function nextDay(days = 1): Promise<void> {
  for (let day = 0; day < days; day++) {
    world.wind(DAY);
    await world.run();
  }
}

describe("letters to somebody who chose", () => {
  it("about another topic only are skipped, with the reason", async () => {
    await world.queue("muted", 1);
    await choose("muted", { mutedTopics: ["lessons"], pace: "every" });
    await world.run();
    expect(world.messages("muted")).toMatchObject([{ state: "skipped", skipReason: "topic-muted", copies: 0 }]);
  });

  it("to get one a week come one a week, and none is lost", async () => {
    await world.queue("weekly", 1);
    await choose("weekly", { mutedTopics: [], pace: "weekly" });
    await queueAnother("weekly", "second");
    await world.run();
    expect(copiesOf("weekly")).toBe(1);
    expect(world.messages("weekly").map(({ state }) => state)).toContain("queued");
    await nextDay(6);
    expect(copiesOf("weekly")).toBe(1);
    await nextDay();
    expect(copiesOf("weekly")).toBe(2);
  });

  it("to take a break wait for its end, and then come one a day", async () => {
    await world.queue("break", 1);
    const pausedUntil = new Date(Date.parse(world.now()) + 3 * DAY * 1000).toISOString();
    await choose("break", { mutedTopics: [], pace: "every", pausedUntil });
    await queueAnother("break", "second");
    await nextDay(2);
    expect(copiesOf("break")).toBe(0);
    await nextDay();
    expect(copiesOf("break")).toBe(1);
    await nextDay();
    expect(copiesOf("break")).toBe(2);
  });

  it("to end a break early are found a day later", async () => {
    await world.queue("back", 1);
    const pausedUntil = new Date(Date.parse(world.now()) + 90 * DAY * 1000).toISOString();
    await choose("back", { mutedTopics: [], pace: "every", pausedUntil });
    await world.run();
    await choose("back", { mutedTopics: [], pace: "every" });
    await nextDay();
    expect(copiesOf("back")).toBe(1);
  });
});
