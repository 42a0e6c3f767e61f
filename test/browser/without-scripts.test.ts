import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newestLink } from "../stories/support/mail-links.ts";
import { openStage, type Stage } from "./support/stage.ts";
import { openVisitor, type Visitor } from "./support/visitor.ts";
import { weightOf } from "./support/weight-of.ts";

let stage: Stage;
let eve: Visitor;

beforeAll(async () => {
  stage = await openStage();
  eve = await openVisitor(stage.browser, stage.local.url, { javaScript: false });
}, 120_000);

afterAll(() => stage?.close());

describe("a browser without scripts", { timeout: 60_000 }, () => {
  it("serves from the landing page to a page of one's own in another language", async () => {
    const { page } = eve;
    await page.goto("/");
    await page.getByLabel("Email address").fill("eve@example.com");
    await page.getByRole("button", { name: "Send me my 14 free days" }).click();
    await page.getByRole("heading", { name: "Now look in your inbox" }).waitFor();
    await page.goto(await newestLink(stage.local, "eve@example.com", "/confirm"));
    await page.getByRole("button", { name: "Start my 14 days" }).click();
    await page.getByRole("link", { name: "your page" }).click();
    await page.getByLabel("Language of these pages").selectOption("zh-CN");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("已保存").waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    expect(eve.faults).toEqual([]);
  });

  it("offers no button that only a script could make work", async () => {
    expect(await eve.page.getByRole("button", { name: "复制" }).count()).toBe(0);
  });
});

describe("what a phone must load", () => {
  it.each([
    ["/", "the landing page"],
    ["/me", "a member's own page"],
  ])("stays under 100 KB for %s, %s", async (path) => {
    // A browser that has never been here, so that nothing comes out of its cache.
    const { cookies } = await eve.context.storageState();
    const fresh = await openVisitor(stage.browser, stage.local.url);
    await fresh.context.addCookies(cookies);
    const bytes = await weightOf(fresh.page, path);
    expect(new URL(fresh.page.url()).pathname).toBe(path);
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThan(100_000);
    expect(fresh.faults).toEqual([]);
    await fresh.context.close();
  });
});
