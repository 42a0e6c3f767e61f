import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../support/browser.ts";
import { WorkbenchBench } from "./workbench-bench.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ROOMS = ["clock", "queues", "queues/workDead", "logs", "tables", "sending"].map((room) => `/_local/view/${room}`);

let bench: WorkbenchBench;
let base: string;
let browser: Browser;
let mailPath: string;

beforeAll(async () => {
  bench = new WorkbenchBench();
  base = await bench.serve();
  browser = await launchBrowser();
  const html = `<html><head><link rel="prefetch" href="${base}/link"><link rel="dns-prefetch" href="//x.example">
    <meta http-equiv="refresh" content="0;url=${base}/refresh"></head>
    <body><img src="http://x.example/pixel.gif"><a href="${base}/link">Go on</a><script>top.location="${base}/script"</script></body></html>`;
  const id = await bench.mail("ana@mail.example", { subject: `${"A long subject ".repeat(12)}你好`, html });
  await bench.mail("a-very-long-address-indeed.of-somebody@subdomain.of-a-long-company.example");
  bench.workbench.queues.send("workDead", { body: JSON.stringify({ pk: "con_1", long: "x".repeat(300) }) });
  bench.workbench.ses.store.suppression.put("gone@mail.example", "BOUNCE", Date.now());
  mailPath = `/_local/view/mail/${id}`;
});

afterAll(async () => {
  await browser?.close();
  bench.close();
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  // The mail's own HTML is the mail's business.
  const found = await page.evaluate("axe.run(document, { iframes: false })");
  return (found as { violations: { id: string }[] }).violations.map((violation) => violation.id);
}

describe.each([
  { width: 360, colorScheme: "light" as const },
  { width: 1280, colorScheme: "dark" as const },
])("at $width px in $colorScheme colours", ({ width, colorScheme }) => {
  it("every room is accessible and nothing runs over its edge", async () => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    for (const path of ["/_local", mailPath, `${mailPath}?view=text`, `${mailPath}?view=source`, ...ROOMS]) {
      await page.goto(base + path);
      expect([path, await violations(page)]).toEqual([path, []]);
      const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect([path, overflow]).toEqual([path, 0]);
    }
    await context.close();
  }, 60_000);
});

describe("a mail that is shown", () => {
  it("fetches none of its links or pictures, runs nothing, and opens a clicked link in a new tab", async () => {
    const context = await browser.newContext();
    const elsewhere: string[] = [];
    // What the frame's policy stopped before it left the browser shows here too, and says so.
    context.on("requestfailed", (request) => {
      if (request.failure()?.errorText !== "csp") elsewhere.push(request.url());
    });
    bench.asked.length = 0;
    const page = await context.newPage();
    await page.goto(`${base}${mailPath}`, { waitUntil: "networkidle" });
    expect(bench.asked.filter((path) => !path.startsWith("/_local/view/"))).toEqual([]);
    expect(elsewhere).toEqual([]);
    const opened = context.waitForEvent("page");
    await page.frameLocator("iframe").getByText("Go on").click();
    expect((await opened).url()).toBe(`${base}/link`);
    expect(page.url()).toBe(`${base}${mailPath}`);
    await context.close();
  });

  it("is bounced by a button, and the page says so", async () => {
    const page = await browser.newPage();
    await page.goto(base + mailPath);
    await page.getByRole("button", { name: "Hard bounce" }).click();
    await page.getByText("Bounce", { exact: true }).waitFor();
    expect(await page.locator(".facts .outcome").textContent()).toBe("bounced");
    await page.close();
  });
});

it("the clock is wound by a button", async () => {
  const page = await browser.newPage();
  await page.goto(`${base}/_local/view/clock`);
  const before = bench.workbench.clock.now();
  await page.getByRole("button", { name: "+ 1 day" }).click();
  await page.getByText("What happened since").waitFor();
  expect(bench.workbench.clock.now() - before).toBeGreaterThanOrEqual(24 * 3_600_000);
  await page.close();
});
