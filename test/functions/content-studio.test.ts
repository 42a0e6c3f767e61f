import { beforeAll, describe, expect, it } from "vitest";
import { readSession } from "../../functions/access/store.ts";
import { applyEmailFiles } from "../../functions/content/apply-email-files.ts";
import { handler } from "../../functions/content-studio.ts";
import { listMessages } from "../../functions/mail/store.ts";
import { queryAll } from "../../functions/platform/dynamo.ts";
import { hashSecret } from "../../functions/platform/ids.ts";
import type { Item } from "../../functions/platform/items.ts";
import { productMail } from "../support/product-mail.ts";
import { consoleCaller, signedIn } from "./http/console/support/console-caller.ts";
import { starterFiles } from "./support/starter-programme.ts";
import { starterStore } from "./support/starter-store.ts";

const store = starterStore();
productMail();
const call = consoleCaller(handler);
const at = "/v1/console/templates";
const staff = { marketer: "", analyst: "", member: "" };

beforeAll(async () => {
  const applied = await applyEmailFiles({ files: starterFiles(), by: "operator", at: "2026-11-23T14:00:00.000Z" });
  expect(applied.ok).toBe(true);
  staff.marketer = await signedIn("mia@example.com", "marketer");
  staff.analyst = await signedIn("noa@example.com", "analyst");
  staff.member = await signedIn("ana@example.com");
}, 60_000);

/** A template as the editor holds it, with one thing changed. */
async function edited(name: string, subject: string) {
  const { body } = await call("GET", `${at}/${name}`, { secret: staff.marketer });
  const { source, revision } = body;
  return { revision, source: { ...source, locales: { ...source.locales, en: { ...source.locales.en, subject } } } };
}

async function auditActs(): Promise<string[]> {
  const month = new Date().toISOString().slice(0, 7);
  const rows = await queryAll<Item & { act: string; staff: string }>({ pk: `audit#${month}` });
  return rows.map(({ act, staff: who }) => `${who} ${act}`);
}

describe("the templates room", () => {
  it("lists every template with what is live and what is a draft", async () => {
    const { status, body } = await call("GET", at, { secret: staff.analyst });
    expect(status).toBe(200);
    expect(body.items).toHaveLength(12);
    expect(body.items).toContainEqual(
      expect.objectContaining({ name: "welcome", publishedVersion: 1, draftState: "none", updatedBy: "operator" }),
    );
  });

  it("tells which variables every email may use beside its own", async () => {
    const names = async (name: string) => {
      const { body } = await call("GET", `${at}/${name}`, { secret: staff.analyst });
      return body.commonVariables.map((variable: { name: string }) => variable.name);
    };
    expect(await names("welcome")).toEqual(expect.arrayContaining(["contact.name", "urls.unsubscribe"]));
    expect(await names("confirm")).not.toContain("urls.unsubscribe");
  });

  it("tells what letters can be about", async () => {
    const { body } = await call("GET", `${at}/welcome`, { secret: staff.analyst });
    expect(body.source.topic).toBe("lessons");
    expect(body.topics.map(({ name }: { name: string }) => name)).toEqual(["lessons", "offers", "programme"]);
    expect(body.topics[0].about["zh-CN"]).toMatch(/[\u4e00-\u9fff]/);
  });

  it("reads on where a page ended", async () => {
    const first = await call("GET", `${at}?limit=5`, { secret: staff.analyst });
    const second = await call("GET", `${at}?limit=100&next=${first.body.next}`, { secret: staff.analyst });
    const names = [...first.body.items, ...second.body.items].map(({ name }: { name: string }) => name);
    expect(first.body.items).toHaveLength(5);
    expect(new Set(names).size).toBe(12);
    expect(second.body.next).toBeNull();
  });

  it("saves a draft, and shows both texts to whoever comes second", async () => {
    const mine = await edited("farewell", "Mine");
    const saved = await call("PUT", `${at}/farewell/draft`, { secret: staff.marketer, body: mine });
    expect(saved).toMatchObject({ status: 200, body: { revision: mine.revision + 1, savedBy: "mia@example.com" } });
    const late = await call("PUT", `${at}/farewell/draft`, {
      secret: staff.marketer,
      body: { ...mine, source: { ...mine.source, title: "Late" } },
    });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ code: "draft-conflict", theirs: { revision: mine.revision + 1 } });
    expect(late.body.theirs.source.locales.en.subject).toBe("Mine");
  });

  it("publishes the draft that was seen, brings an old version back, and leaves an audit row for each act", async () => {
    const draft = await edited("welcome", "A new subject");
    const { body } = await call("PUT", `${at}/welcome/draft`, { secret: staff.marketer, body: draft });
    const { revision } = body;
    const published = await call("POST", `${at}/welcome/publish`, { secret: staff.marketer, body: { revision } });
    expect(published).toMatchObject({ status: 200, body: { version: 2 } });
    const back = await call("POST", `${at}/welcome/rollback`, { secret: staff.marketer, body: { version: 1 } });
    expect(back).toMatchObject({ status: 200, body: { version: 3 } });
    const now = await call("GET", `${at}/welcome`, { secret: staff.marketer });
    expect(now.body.versions[0]).toMatchObject({ version: 3, rolledBackFrom: 1, publishedBy: "mia@example.com" });
    expect(await auditActs()).toEqual(
      expect.arrayContaining([
        "mia@example.com template.save-draft",
        "mia@example.com template.publish",
        "mia@example.com template.rollback",
      ]),
    );
  });

  it("explains with the line what keeps a draft from being published, and publishes nothing", async () => {
    const draft = await edited("tier-up", "Hello {{nobody.knows}}");
    const { body } = await call("PUT", `${at}/tier-up/draft`, { secret: staff.marketer, body: draft });
    const { revision } = body;
    const refused = await call("POST", `${at}/tier-up/publish`, { secret: staff.marketer, body: { revision } });
    expect(refused.status).toBe(422);
    expect(refused.body.code).toBe("gate-refused");
    expect(refused.body.problems).toContainEqual(
      expect.objectContaining({ severity: "error", part: "subject", locale: "en" }),
    );
    const after = await call("GET", `${at}/tier-up`, { secret: staff.marketer });
    expect(after.body.publishedVersion).toBe(1);
  });

  it("renders unsaved text for anybody who may read, and changes nothing by it", async () => {
    const { source } = await edited("welcome", "Hello {{contact.name}}");
    const before = store.snapshot();
    const body = { source, locale: "en", data: { kind: "sample" } };
    const preview = await call("POST", `${at}/welcome/preview`, { secret: staff.analyst, body });
    expect(preview).toMatchObject({ status: 200, body: { subject: "Hello Ana O'Neil", problems: expect.any(Array) } });
    expect(preview.body.html).toContain("<body");
    expect(store.snapshot()).toEqual(before);
  });

  it("sends a test to the signed-in person through the outbox, once for each press of the button", async () => {
    const { source } = await edited("welcome", "Hello");
    const body = { source, locale: "zh-CN", data: { kind: "sample" } };
    const pressed = (key: string) =>
      call("POST", `${at}/welcome/test`, {
        secret: staff.marketer,
        body,
        headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", "idempotency-key": key },
      });
    const [first, again] = [await pressed("one"), await pressed("one")];
    expect(first).toMatchObject({ status: 202, body: { to: "mia@example.com" } });
    expect(again.body.messageId).toBe(first.body.messageId);
    await pressed("two");
    const contactId = await contactIdOf("mia@example.com");
    const { items } = await listMessages(contactId, 10);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ kind: "transactional", state: "queued", queue: "transactional" });
    expect(items.map(({ rendered }) => rendered?.subject)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\[Test\] /)]),
    );
  });

  it("sends no test of a template that does not render", async () => {
    const { source } = await edited("welcome", "Hello {{nobody.knows}}");
    const headers = {
      "content-type": "application/json",
      "sec-fetch-site": "same-origin",
      "idempotency-key": "broken",
    };
    const body = { source, locale: "en", data: { kind: "sample" } };
    const refused = await call("POST", `${at}/welcome/test`, { secret: staff.marketer, body, headers });
    expect(refused).toMatchObject({ status: 422, body: { code: "gate-refused" } });
  });
});

describe("the door of the templates room", () => {
  const body = { revision: 1 };

  it.each([
    ["a stranger", () => "", 401, "not-signed-in"],
    ["a member who is not staff", () => staff.member, 403, "not-allowed"],
    ["staff who may only read", () => staff.analyst, 403, "not-allowed"],
  ])("does not let %s publish", async (_, secret, status, code) => {
    const before = store.snapshot();
    const refused = await call("POST", `${at}/welcome/publish`, { secret: secret(), body });
    expect(refused).toMatchObject({ status, body: { code, status } });
    expect(store.snapshot()).toEqual(before);
  });

  it.each([
    [
      "from another site",
      { "content-type": "application/json", "sec-fetch-site": "cross-site" },
      403,
      "foreign-origin",
    ],
    ["as a form", { "content-type": "text/plain", "sec-fetch-site": "same-origin" }, 415, "unsupported-content-type"],
  ])("takes no change %s", async (_, headers, status, code) => {
    const refused = await call("POST", `${at}/welcome/publish`, { secret: staff.marketer, body, headers });
    expect(refused).toMatchObject({ status, body: { code } });
  });

  it.each([
    ["an unknown member", { revision: 1, role: "admin" }],
    ["a wrong type", { revision: "1" }],
    ["nothing", {}],
    ["a list", []],
  ])("refuses a body with %s and says what is wrong", async (_, wrong) => {
    const refused = await call("POST", `${at}/welcome/publish`, { secret: staff.marketer, body: wrong });
    expect(refused).toMatchObject({ status: 422, body: { code: "invalid-input", errors: expect.any(Array) } });
  });

  it.each(["../secrets", "Welcome", "a%2Fb", "%ff", "x".repeat(200)])("knows nothing called %s", async (name) => {
    expect((await call("GET", `${at}/${name}`, { secret: staff.marketer })).status).toBe(404);
  });

  it("refuses a body too large to be an email before reading it", async () => {
    const huge = { revision: 1, source: { title: "x".repeat(500_000) } };
    const refused = await call("PUT", `${at}/welcome/draft`, { secret: staff.marketer, body: huge });
    expect(refused).toMatchObject({ status: 413, body: { code: "body-too-large" } });
  });
});

async function contactIdOf(email: string): Promise<string> {
  const session = await readSession(hashSecret(`secret-of-${email}`));
  return session?.contactId ?? "";
}
