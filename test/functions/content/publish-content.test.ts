import { beforeAll, describe, expect, test } from "vitest";
import { listContent } from "../../../functions/content/list-content.ts";
import { loadCompiled } from "../../../functions/content/load-compiled.ts";
import { publishContent } from "../../../functions/content/publish-content.ts";
import { readContent } from "../../../functions/content/read-content.ts";
import { rollbackContent } from "../../../functions/content/rollback-content.ts";
import { renderContent } from "../../../functions/content/rules/render-content.ts";
import { saveDraft } from "../../../functions/content/save-draft.ts";
import { sharedWrite } from "../../../functions/content/store.ts";
import { commit } from "../../../functions/platform/commit.ts";
import { productMail } from "../../support/product-mail.ts";
import { productTables } from "../../support/product-tables.ts";
import { SMALL_SHARED, SMALL_VALUES, smallSource } from "./support/small-content.ts";

productTables();
productMail();

const AT = "2026-11-23T14:00:00.000Z";
const by = "mia@lantern.example";
const act = (name: string) => ({ name, by, at: AT });

beforeAll(async () => {
  await commit([sharedWrite(SMALL_SHARED, AT)]);
});

async function saved(name: string, revision: number, subject: string) {
  const result = await saveDraft({ ...act(name), revision, source: smallSource({ subject }) });
  expect(result.ok).toBe(true);
  return revision + 1;
}

async function subjectOf(name: string, locale = "en", version?: number) {
  const loaded = await loadCompiled(name, locale, version);
  const rendered = loaded && renderContent(loaded.content, SMALL_VALUES, "Europe/Berlin");
  return rendered?.ok ? rendered.subject : undefined;
}

describe("publishing", () => {
  test("makes the draft what mails are made from, in every language", async () => {
    const revision = await saved("welcome", 0, "First");
    expect(await loadCompiled("welcome", "en")).toBeUndefined();
    expect(await publishContent({ ...act("welcome"), revision })).toMatchObject({ ok: true, version: 1 });
    expect(await subjectOf("welcome")).toBe("First");
    expect(await subjectOf("welcome", "zh-CN")).toBe("Ana你好");
    expect(await subjectOf("welcome", "de")).toBe("First");
    expect(await readContent("welcome")).toMatchObject({ publishedVersion: 1, changed: false });
  });

  test("leaves mails on the published version while a draft is being changed", async () => {
    const revision = await saved("steady", await saved("steady", 0, "First"), "First");
    await publishContent({ ...act("steady"), revision });
    await saved("steady", revision, "Second");
    expect(await subjectOf("steady")).toBe("First");
    expect(await readContent("steady")).toMatchObject({ changed: true, publishedVersion: 1 });
  });

  test("keeps every version as it was", async () => {
    const revision = await saved("kept", 0, "First");
    await publishContent({ ...act("kept"), revision });
    await publishContent({ ...act("kept"), revision: await saved("kept", revision, "Second") });
    expect(await subjectOf("kept")).toBe("Second");
    expect(await subjectOf("kept", "en", 1)).toBe("First");
    expect((await readContent("kept"))?.versions).toMatchObject([{ version: 2 }, { version: 1, publishedBy: by }]);
  });

  test("refuses what the gate refuses, and changes nothing", async () => {
    const source = smallSource({ body: "<mj-text>\n{{contact.email}}</mj-text>" });
    await saveDraft({ ...act("broken"), revision: 0, source });
    const refused = await publishContent({ ...act("broken"), revision: 1 });
    expect(refused).toMatchObject({ ok: false, reason: "gate-refused" });
    expect(!refused.ok && "problems" in refused && refused.problems[0]).toMatchObject({ file: "en.mjml", line: 2 });
    expect(await loadCompiled("broken", "en")).toBeUndefined();
  });

  test("refuses a draft that somebody changed after it was looked at", async () => {
    const revision = await saved("moved", 0, "Seen");
    await saved("moved", revision, "Unseen");
    expect(await publishContent({ ...act("moved"), revision })).toMatchObject({
      ok: false,
      reason: "draft-conflict",
      theirs: { revision: 2 },
    });
  });

  test("by two people at once makes one version", async () => {
    const revision = await saved("twice", 0, "Once");
    const results = await Promise.all([1, 2].map(() => publishContent({ ...act("twice"), revision })));
    const versions = (await readContent("twice"))?.versions ?? [];
    expect(versions).toHaveLength(results.filter(({ ok }) => ok).length);
    expect(versions.map(({ version }) => version).sort()).toEqual(versions.map((_, index) => index + 1));
  });

  test("of a template that does not exist is refused", async () => {
    expect(await publishContent({ ...act("nothing"), revision: 1 })).toEqual({ ok: false, reason: "not-found" });
  });
});

describe("rolling back", () => {
  test("publishes an earlier version again, exactly as it was, as a new version", async () => {
    const revision = await saved("back", 0, "First");
    await publishContent({ ...act("back"), revision });
    await publishContent({ ...act("back"), revision: await saved("back", revision, "Second") });
    expect(await rollbackContent({ ...act("back"), version: 1 })).toEqual({ ok: true, version: 3 });
    const [first, third] = await Promise.all([loadCompiled("back", "en", 1), loadCompiled("back", "en")]);
    expect(third).toEqual({ ...first, version: 3 });
    expect(await readContent("back")).toMatchObject({
      changed: false,
      source: { locales: { en: { subject: "First" } } },
      versions: [{ version: 3, rolledBackFrom: 1 }, { version: 2 }, { version: 1 }],
    });
  });

  test("keeps edits that nobody published", async () => {
    const revision = await saved("edits", 0, "First");
    await publishContent({ ...act("edits"), revision });
    const next = await saved("edits", revision, "Second");
    await publishContent({ ...act("edits"), revision: next });
    await saved("edits", next, "In work");
    await rollbackContent({ ...act("edits"), version: 1 });
    expect(await subjectOf("edits")).toBe("First");
    expect(await readContent("edits")).toMatchObject({
      changed: true,
      source: { locales: { en: { subject: "In work" } } },
    });
  });

  test("to a version that never was is refused", async () => {
    expect(await rollbackContent({ ...act("back"), version: 99 })).toEqual({ ok: false, reason: "not-found" });
  });
});

test("the list tells by name what is published and what is not", async () => {
  const { items } = await listContent(50);
  const states = Object.fromEntries(items.map(({ name, draftState }) => [name, draftState]));
  expect(states).toMatchObject({ welcome: "none", steady: "changed", broken: "never-published" });
  expect(items.map(({ name }) => name)).toEqual([...items.map(({ name }) => name)].sort());
  const page = await listContent(2);
  expect(page.items).toHaveLength(2);
  expect((await listContent(50, page.next)).items).toHaveLength(items.length - 2);
});
