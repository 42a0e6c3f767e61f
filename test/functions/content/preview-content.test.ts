import { beforeAll, describe, expect, test } from "vitest";
import { previewContent } from "../../../functions/content/preview-content.ts";
import { sharedWrite } from "../../../functions/content/store.ts";
import { commit } from "../../../functions/platform/commit.ts";
import { productTables } from "../../support/product-tables.ts";
import { SMALL_SHARED, smallSource } from "./support/small-content.ts";

productTables();

beforeAll(async () => {
  await commit([sharedWrite(SMALL_SHARED, "2026-11-23T14:00:00.000Z")]);
});

const preview = (change: Partial<Parameters<typeof previewContent>[0]> = {}) =>
  previewContent({ source: smallSource(), locale: "en", data: { kind: "sample" }, zone: "UTC", ...change });

describe("a preview", () => {
  test("shows unsaved source with the declared samples, in the language asked for", async () => {
    const english = await preview();
    expect(english.subject).toBe("Hello Ana O'Neil");
    expect(english.htmlBytes).toBe(Buffer.byteLength(english.html));
    expect((await preview({ locale: "zh-CN" })).subject).toBe("林晓雯你好");
  });

  test("shows what empty and very long values do", async () => {
    expect((await preview({ data: { kind: "empty" } })).subject).toBe("Hello");
    expect((await preview({ data: { kind: "long" } })).subject.length).toBeGreaterThan(150);
  });

  test("shows a real person's values, and samples where a person has none", async () => {
    const shown = await preview({ data: { values: { contact: { name: "Søn" } } } });
    expect(shown.subject).toBe("Hello Søn");
    expect(shown.text).toContain("https://lantern.example/lessons");
  });

  test("tells all that is wrong instead of showing half a mail", async () => {
    const source = smallSource({ body: "<mj-text>{{a.b}}\n{{c.d}}</mj-text>" });
    const shown = await preview({ source });
    expect(shown).toMatchObject({ html: "", subject: "" });
    expect(shown.problems.filter(({ severity }) => severity === "error").map(({ line }) => line)).toEqual([1, 2]);
  });
});
