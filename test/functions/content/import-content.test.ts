import { beforeAll, describe, expect, it } from "vitest";
import { applyEmailFiles } from "../../../functions/content/apply-email-files.ts";
import { handler } from "../../../functions/content-studio.ts";
import { consoleCaller, signedIn } from "../http/console/support/console-caller.ts";
import { starterFiles } from "../support/starter-programme.ts";
import { starterStore } from "../support/starter-store.ts";

const store = starterStore();
const call = consoleCaller(handler);
const at = "/v1/console/templates";
const staff = { marketer: "", analyst: "" };

beforeAll(async () => {
  const applied = await applyEmailFiles({ files: starterFiles(), by: "operator", at: "2026-11-23T14:00:00.000Z" });
  expect(applied.ok).toBe(true);
  staff.marketer = await signedIn("mia@example.com", "marketer");
  staff.analyst = await signedIn("noa@example.com", "analyst");
}, 60_000);

describe("importing a foreign template", () => {
  const body = { content: "<h1>Autumn</h1><p>Hello *|FNAME|*, *|EMAIL|*</p>", kind: "marketing", title: "Autumn" };

  it("shows what becomes of it, and saves nothing", async () => {
    const before = store.snapshot();
    const { status, body: answer } = await call("POST", `${at}/autumn/import`, { secret: staff.marketer, body });
    expect(status).toBe(200);
    expect(answer.source.locales.en.body).toContain("Hello {{contact.name}}");
    expect(answer.remarks).toContainEqual({ code: "merge-tag", what: "*|EMAIL|*", line: 1 });
    expect(store.snapshot()).toEqual(before);
  });

  it("becomes a draft under a new name, which the same gate lets pass once it has a subject", async () => {
    const { body: answer } = await call("POST", `${at}/autumn/import`, { secret: staff.marketer, body });
    const draft = { revision: 0, source: answer.source };
    const saved = await call("PUT", `${at}/autumn/draft`, { secret: staff.marketer, body: draft });
    expect(saved).toMatchObject({ status: 200, body: { revision: 1 } });
    const refused = await call("POST", `${at}/autumn/publish`, { secret: staff.marketer, body: { revision: 1 } });
    expect(refused.body.problems).toContainEqual(expect.objectContaining({ code: "empty-subject" }));
    const { en } = answer.source.locales;
    const named = { ...answer.source, locales: { en: { ...en, subject: "Autumn" } } };
    await call("PUT", `${at}/autumn/draft`, { secret: staff.marketer, body: { revision: 1, source: named } });
    const passed = await call("POST", `${at}/autumn/publish`, { secret: staff.marketer, body: { revision: 2 } });
    expect(passed).toMatchObject({ status: 200, body: { version: 1 } });
  });

  it.each([
    ["without an email in it", "<table></table>", "nothing-to-import"],
    ["too long for a draft", `<p>${"many words ".repeat(10_000)}</p>`, "import-too-large"],
  ])("is refused %s", async (_, content, code) => {
    const refused = await call("POST", `${at}/x/import`, { secret: staff.marketer, body: { ...body, content } });
    expect(refused).toMatchObject({ status: 422, body: { code } });
  });

  it("is not for those who may only read", async () => {
    const refused = await call("POST", `${at}/autumn/import`, { secret: staff.analyst, body });
    expect(refused).toMatchObject({ status: 403, body: { code: "not-allowed" } });
  });
});
