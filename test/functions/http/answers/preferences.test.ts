import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { readContact } from "../../../../functions/contacts/store.ts";
import { edgeTables } from "../../../edge/support/direct-tables.ts";
import { send, sendForm } from "../../../edge/support/gateway.ts";
import { somebodyTrying, tokenFor } from "../../../edge/support/people.ts";

const tables = edgeTables();
let id = "";
let path = "";

beforeAll(async () => {
  ({ id } = await somebodyTrying("ana@example.com", "Ana"));
  path = `/preferences?t=${await tokenFor("preferences", id)}`;
});
afterEach(() => {
  vi.useRealTimers();
});

const post = (fields: Record<string, string>) => sendForm(path, fields);
const save = (fields: Record<string, string>) =>
  post({ act: "save", "topic.lessons": "on", "topic.offers": "on", "topic.programme": "on", ...fields });

describe("the preference page", () => {
  it("changes nothing by being opened", async () => {
    const before = tables.picture();
    for (const method of ["GET", "HEAD"]) expect((await send({ method, path })).statusCode).toBeLessThan(500);
    expect(tables.picture()).toBe(before);
  });

  it("keeps topics, pace and language, and shows them as they stand", async () => {
    const answer = await post({ act: "save", "topic.lessons": "on", pace: "weekly", pause: "none", locale: "zh-CN" });
    expect(answer.statusCode).toBe(200);
    const preferences = { mutedTopics: ["offers", "programme"], pace: "weekly" };
    expect(await readContact(id)).toMatchObject({ locale: "zh-CN", preferences });
    const shown = String((await send({ method: "GET", path })).body);
    expect(shown).toContain('value="weekly" checked');
    expect(shown).toContain('name="topic.lessons" value="on" checked');
    expect(shown).not.toContain('name="topic.offers" value="on" checked');
    await save({ pace: "every", locale: "en" });
  });

  it("begins a break, leaves it as it is, and ends it", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    const until = new Date(Date.now() + 14 * 86_400_000).toISOString();
    await save({ pause: "two-weeks" });
    expect((await readContact(id))?.preferences?.pausedUntil).toBe(until);
    await save({ pause: "as-is" });
    expect((await readContact(id))?.preferences?.pausedUntil).toBe(until);
    expect(String((await send({ method: "GET", path })).body)).toContain("quiet until");
    await save({ pause: "none" });
    expect((await readContact(id))?.preferences?.pausedUntil).toBeUndefined();
  });

  it("stops everything with one press, asks once why, and lets letters come again", async () => {
    const stopped = String((await post({ act: "stop" })).body);
    expect(stopped).toContain('name="reason"');
    expect((await readContact(id))?.stoppedAt).toBeDefined();
    expect(String((await send({ method: "GET", path })).body)).not.toContain('name="reason"');
    await post({ act: "reason", reason: "too-many" });
    expect(await readContact(id)).toMatchObject({ stopReason: "too-many" });
    await post({ act: "resume" });
    const back = await readContact(id);
    expect(back?.stoppedAt).toBeUndefined();
    expect(back?.consent.marketing).toBe(true);
  });

  it("takes what it does not know for a broken form, and changes nothing", async () => {
    const before = tables.picture();
    for (const act of ["constructor", "", "delete"]) expect((await post({ act })).statusCode).toBe(400);
    expect(tables.picture()).toBe(before);
  });
});
