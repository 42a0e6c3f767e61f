import { describe, expect, test } from "vitest";
import { readContent } from "../../../functions/content/read-content.ts";
import { saveDraft } from "../../../functions/content/save-draft.ts";
import { productTables } from "../../support/product-tables.ts";
import { smallSource } from "./support/small-content.ts";

productTables();

const AT = "2026-11-23T14:00:00.000Z";
const by = "mia@lantern.example";
const titled = (title: string) => smallSource({ title });

describe("saving a draft", () => {
  test("begins a template, and each save makes the next revision", async () => {
    const first = await saveDraft({ name: "letter-a", revision: 0, source: titled("One"), by, at: AT });
    expect(first).toMatchObject({ ok: true, revision: 1, savedBy: by });
    const second = await saveDraft({ name: "letter-a", revision: 1, source: titled("Two"), by, at: AT });
    expect(second).toMatchObject({ ok: true, revision: 2 });
    expect(await readContent("letter-a")).toMatchObject({
      revision: 2,
      source: titled("Two"),
      publishedVersion: null,
      changed: true,
      versions: [],
    });
  });

  test("keeps what two people wrote when both started from the same revision", async () => {
    await saveDraft({ name: "letter-b", revision: 0, source: titled("Start"), by, at: AT });
    const [one, two] = await Promise.all([
      saveDraft({ name: "letter-b", revision: 1, source: titled("Ana's"), by: "ana@lantern.example", at: AT }),
      saveDraft({ name: "letter-b", revision: 1, source: titled("Bo's"), by: "bo@lantern.example", at: AT }),
    ]);
    const [kept, refused] = one.ok ? [one, two] : [two, one];
    expect(kept.ok).toBe(true);
    expect(refused).toMatchObject({ ok: false, reason: "draft-conflict", theirs: { revision: 2 } });
    const stored = await readContent("letter-b");
    expect(kept.ok && kept.source).toEqual(stored?.source);
    expect(!refused.ok && "theirs" in refused && refused.theirs?.source).toEqual(stored?.source);
  });

  test("accepts an unfinished template, which can only never be published", async () => {
    const source = smallSource({ body: "<mj-text>{{#if contact.name}}" });
    expect(await saveDraft({ name: "letter-c", revision: 0, source, by, at: AT })).toMatchObject({ ok: true });
  });

  test("writes other nouns' rows in the same act, and neither when refused", async () => {
    const { getItem } = await import("../../../functions/platform/dynamo.ts");
    const audit = (sk: string) => ({ pk: "audit#2026-11", sk });
    const act = { name: "letter-d", source: titled("One"), by, at: AT };
    await saveDraft({ ...act, revision: 0, alongside: [{ put: audit("kept") }] });
    await saveDraft({ ...act, revision: 5, alongside: [{ put: audit("refused") }] });
    expect(await getItem(audit("kept"))).toBeDefined();
    expect(await getItem(audit("refused"))).toBeUndefined();
  });
});
