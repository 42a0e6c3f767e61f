import { describe, expect, test } from "vitest";
import { applyEmailFiles } from "../../../functions/content/apply-email-files.ts";
import { loadCompiled } from "../../../functions/content/load-compiled.ts";
import { readContent } from "../../../functions/content/read-content.ts";
import { saveDraft } from "../../../functions/content/save-draft.ts";
import { emailFolder } from "../../emails/email-folder.ts";
import { productMail } from "../../support/product-mail.ts";
import { productTables } from "../../support/product-tables.ts";

productTables();
productMail();

const act = { by: "programme", at: "2026-11-23T14:00:00.000Z" };
const files = emailFolder();
const changed = (path: string, from: string, to: string) => ({
  ...files,
  [path]: (files[path] ?? "").replace(from, to),
});

describe("applying a programme folder", () => {
  test("publishes all of its templates, and when nothing changed, none", async () => {
    const first = await applyEmailFiles({ ...act, files });
    expect(first.ok && first.applied).toHaveLength(12);
    expect(await loadCompiled("welcome", "zh-CN")).toMatchObject({
      version: 1,
      content: { locale: "zh-CN" },
      ses: "stored",
    });
    expect(await applyEmailFiles({ ...act, files })).toEqual({ ok: true, applied: [] });
  });

  test("publishes only the template whose text changed", async () => {
    const next = changed("emails/farewell/en.mjml", "My last letter, and no hard feelings", "We will not press you");
    expect(await applyEmailFiles({ ...act, files: next })).toEqual({ ok: true, applied: ["farewell"] });
    expect(JSON.stringify((await loadCompiled("farewell"))?.content.programs.html)).toContain("We will not press you");
    expect(await readContent("farewell")).toMatchObject({ changed: false, publishedVersion: 2 });
  });

  test("publishes every template again when the layout changed", async () => {
    const next = changed("layouts/letter.mjml", "#fbf7f1", "#fbf7f0");
    const applied = await applyEmailFiles({ ...act, files: next });
    expect(applied.ok && applied.applied).toHaveLength(12);
  });

  test("keeps a marketer's edits that nobody published", async () => {
    const content = (await readContent("welcome")) ?? expect.unreachable();
    const source = { ...content.source, title: "In work" };
    await saveDraft({ name: "welcome", revision: content.revision, source, by: "mia@lantern.example", at: act.at });
    await applyEmailFiles({ ...act, files: changed("emails/welcome/en.mjml", "Ten minutes", "Eleven minutes") });
    expect(JSON.stringify((await loadCompiled("welcome"))?.content.programs.text)).toContain("Eleven minutes");
    expect(await readContent("welcome")).toMatchObject({ changed: true, source: { title: "In work" } });
  });

  test("publishes nothing when one template would be refused, and names it and the line", async () => {
    const next = {
      ...changed("emails/confirm/en.mjml", "{{links.confirm}}", "javascript:alert(1)"),
      "emails/farewell/en.mjml": "<mj-text>Something else entirely</mj-text>",
    };
    const before = await loadCompiled("farewell");
    const refused = await applyEmailFiles({ ...act, files: next });
    expect(refused).toMatchObject({
      ok: false,
      reason: "gate-refused",
      problems: [{ template: "confirm", file: "en.mjml", line: 8, code: "address" }],
    });
    expect(await loadCompiled("farewell")).toEqual(before);
  });
});
