import { beforeAll, describe, expect, it } from "vitest";
import { applyEmailFiles } from "../../../functions/content/apply-email-files.ts";
import { handler } from "../../../functions/content-studio.ts";
import { queryAll } from "../../../functions/platform/dynamo.ts";
import type { Item } from "../../../functions/platform/items.ts";
import { productMail } from "../../support/product-mail.ts";
import { consoleCaller, signedIn } from "../http/console/support/console-caller.ts";
import { starterFiles } from "../support/starter-programme.ts";
import { starterStore } from "../support/starter-store.ts";

const store = starterStore();
productMail();
const call = consoleCaller(handler);
const at = "/v1/console/templates";
const staff = { admin: "", marketer: "" };

beforeAll(async () => {
  const applied = await applyEmailFiles({ files: starterFiles(), by: "operator", at: "2026-11-23T14:00:00.000Z" });
  expect(applied).toMatchObject({ ok: true });
  staff.admin = await signedIn("olga@example.com", "admin");
  staff.marketer = await signedIn("mia@example.com", "marketer");
}, 60_000);

type Fields = Record<string, unknown>;

async function draftOf(name: string) {
  return (await call("GET", `${at}/${name}`, { secret: staff.marketer })).body;
}

/** Saves the English text of a template with something changed, as the console does. */
async function save(name: string, change: { fields?: Fields; body?: string; subject?: string }) {
  const { source, revision } = await draftOf(name);
  const en = { ...source.locales.en, ...change };
  const body = { revision, source: { ...source, locales: { ...source.locales, en } } };
  return call("PUT", `${at}/${name}/draft`, { secret: staff.marketer, body });
}

async function preview(name: string) {
  const { source } = await draftOf(name);
  const body = { source, locale: "en", data: { kind: "sample" } };
  return (await call("POST", `${at}/${name}/preview`, { secret: staff.marketer, body })).body;
}

const lock = (secret: string, locked: boolean) => call("PUT", `${at}/welcome/lock`, { secret, body: { locked } });

describe("a marketer fills fields", () => {
  it("of the body, the layout and the foot, with labels in both languages", async () => {
    const { fields } = await preview("welcome");
    expect(fields.map(({ name, kind }: { name: string; kind: string }) => `${name}: ${kind}`)).toEqual([
      "picture: picture",
      "headline: line",
      "letter: paragraphs",
      "button: link",
      "footnote: line",
    ]);
    expect(fields[0].label).toEqual({ en: "Picture above the letter", "zh-CN": "信件上方的图片" });
    expect(fields[1].label).toEqual({ en: "Headline", "zh-CN": "标题" });
  });

  it("and sees them in the mail, wherever their design puts them", async () => {
    const picture = { src: "https://lantern.example/class.png", alt: "A class" };
    const fields = { picture, headline: "Begin <today>, {{contact.name}}", footnote: "Closed on Monday." };
    expect(await save("welcome", { fields })).toMatchObject({ status: 200 });
    const { html, text, problems } = await preview("welcome");
    expect(problems).toEqual([]);
    expect(html).toContain('src="https://lantern.example/class.png"');
    expect(html).toContain("Begin &lt;today&gt;, Ana O");
    expect(text).toContain("Closed on Monday.");
    expect(text).not.toContain("Welcome. Your first lesson is open");
  });

  it("publishes them, and a rollback brings back what was filled in before", async () => {
    const { revision } = await draftOf("welcome");
    const published = await call("POST", `${at}/welcome/publish`, { secret: staff.marketer, body: { revision } });
    expect(published).toMatchObject({ status: 200, body: { version: 2 } });
    await call("POST", `${at}/welcome/rollback`, { secret: staff.marketer, body: { version: 1 } });
    expect((await draftOf("welcome")).source.locales.en.fields).toBeUndefined();
    await call("POST", `${at}/welcome/rollback`, { secret: staff.marketer, body: { version: 2 } });
    expect((await draftOf("welcome")).source.locales.en.fields.footnote).toBe("Closed on Monday.");
  });

  it("is told in the field what keeps it from being published", async () => {
    await save("farewell", {
      fields: { footnote: "{{#if contact.name}}x{{/if}}", picture: { src: "javascript:x", alt: "" } },
    });
    const { revision } = await draftOf("farewell");
    const refused = await call("POST", `${at}/farewell/publish`, { secret: staff.marketer, body: { revision } });
    expect(refused.status).toBe(422);
    const told = refused.body.problems.filter(({ severity }: { severity: string }) => severity === "error");
    expect(told.map(({ code, field }: { code: string; field: string }) => `${code}: ${field}`).sort()).toEqual([
      "address: picture",
      "field-braces: footnote",
    ]);
  });

  it("is shown what somebody else filled in meanwhile", async () => {
    const { source, revision } = await draftOf("last-call");
    expect(await save("last-call", { fields: { footnote: "Theirs" } })).toMatchObject({ status: 200 });
    const en = { ...source.locales.en, fields: { footnote: "Mine" } };
    const body = { revision, source: { ...source, locales: { ...source.locales, en } } };
    const late = await call("PUT", `${at}/last-call/draft`, { secret: staff.marketer, body });
    expect(late).toMatchObject({ status: 409, body: { code: "draft-conflict" } });
    expect(late.body.theirs.source.locales.en.fields).toEqual({ footnote: "Theirs" });
  });

  it("finds what a programme's files filled in", async () => {
    const { source } = await draftOf("how-was-it");
    expect(source.locales.en.fields.answers.items).toHaveLength(3);
    expect((await preview("how-was-it")).text).toContain("• Too hard? Hear the same lesson a second time tomorrow.");
  });

  it("cannot fill in more than a draft may hold", async () => {
    const fields = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`f${index}`, "x".repeat(4000)]));
    expect(await save("tier-up", { fields })).toMatchObject({ status: 422, body: { code: "invalid-input" } });
  });
});

describe("a locked design", () => {
  it("is an administrator's to lock, and leaves an audit row once", async () => {
    expect(await lock(staff.marketer, true)).toMatchObject({ status: 403 });
    expect(await lock(staff.admin, true)).toMatchObject({ status: 200, body: { locked: true } });
    expect(await lock(staff.admin, true)).toMatchObject({ status: 200 });
    expect((await draftOf("welcome")).lock).toMatchObject({ by: "olga@example.com" });
    const month = new Date().toISOString().slice(0, 7);
    const rows = await queryAll<Item & { act: string }>({ pk: `audit#${month}` });
    expect(rows.filter(({ act }) => act === "template.lock")).toHaveLength(1);
  });

  it("takes other words, and nothing else, changing nothing when it refuses", async () => {
    const words = { subject: "Other words", fields: { headline: "Other words" } };
    expect(await save("welcome", words)).toMatchObject({ status: 200 });
    const before = store.snapshot();
    expect(await save("welcome", { body: "<mj-text><p>Mine now</p></mj-text>" })).toMatchObject({
      status: 409,
      body: { code: "design-locked" },
    });
    expect(store.snapshot()).toEqual(before);
  });

  it("can be changed again once it is unlocked", async () => {
    expect(await lock(staff.admin, false)).toMatchObject({ status: 200, body: { locked: false } });
    const { source } = await draftOf("welcome");
    expect(await save("welcome", { body: `${source.locales.en.body}\n` })).toMatchObject({ status: 200 });
  });

  it("is nothing that a template has which does not exist", async () => {
    const answer = await call("PUT", `${at}/nobody/lock`, { secret: staff.admin, body: { locked: true } });
    expect(answer.status).toBe(404);
  });
});
