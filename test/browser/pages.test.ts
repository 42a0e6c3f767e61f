import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { becomeCustomer } from "../stories/support/customer.ts";
import { expectGoodPage } from "./support/expect-good-page.ts";
import { openStage, type Stage } from "./support/stage.ts";
import { openVisitor, type Visitor } from "./support/visitor.ts";

let stage: Stage;
let visitors: Record<"en" | "zh-CN", Visitor>;

beforeAll(async () => {
  stage = await openStage();
  await becomeCustomer(stage.local, { email: "ana@example.com", name: "Ana" });
  visitors = {
    en: await openVisitor(stage.browser, stage.local.url, { width: 1280 }),
    "zh-CN": await openVisitor(stage.browser, stage.local.url, { locale: "zh-CN" }),
  };
}, 120_000);

afterAll(() => stage?.close());

describe.each(["en", "zh-CN"] as const)(
  "a page that a story does not pass is as good: in %s",
  { timeout: 60_000 },
  (locale) => {
    it.each([
      ["evening", "/o/evening-timetable", 200],
      ["nowhere", "/o/no-such-offer", 404],
      ["confirm-invalid", "/confirm?t=cut-off", 400],
      ["unsubscribe-invalid", "/unsubscribe?t=cut-off", 400],
      ["preferences-invalid", "/preferences?t=cut-off", 400],
      ["sign-in-form", "/sign-in", 200],
    ])("%s at %s", async (name, path, status) => {
      const visitor = visitors[locale];
      const response = await visitor.page.goto(path);
      expect(response?.status()).toBe(status);
      expect(await visitor.page.locator("html").getAttribute("lang")).toBe(locale);
      await expectGoodPage(visitor, `${name}-${locale}`);
    });

    it("sign-in with a slip in the address", async () => {
      const visitor = visitors[locale];
      await visitor.page.goto("/sign-in");
      await visitor.page.locator("#email").fill("ana");
      await visitor.page.locator("main button").click();
      await visitor.page.getByRole("alert").waitFor();
      await expectGoodPage(visitor, `sign-in-slip-${locale}`);
    });
  },
);

describe("what developers see is as good", { timeout: 60_000 }, () => {
  it.each([
    ["docs", "/docs"],
    ["workbench-inbox", "/_local"],
    ["workbench-clock", "/_local/view/clock"],
    ["workbench-queues", "/_local/view/queues"],
    ["workbench-logs", "/_local/view/logs"],
    ["workbench-tables", "/_local/view/tables"],
    ["workbench-sending", "/_local/view/sending"],
  ])("%s at %s", async (name, path) => {
    const visitor = visitors.en;
    expect((await visitor.page.goto(path))?.status()).toBe(200);
    await expectGoodPage(visitor, name);
  });
});
