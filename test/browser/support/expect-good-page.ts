import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { lookAt } from "./look-at.ts";
import { standStill } from "./stand-still.ts";
import type { Visitor } from "./visitor.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Found {
  id: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** Holds the page before the visitor against what every page of ours must be, in light and in dark. */
export async function expectGoodPage({ page, faults }: Visitor, name: string): Promise<void> {
  await lookAt(page, name);
  const chosen = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const schemes = chosen ? (["light", "dark"] as const) : (["dark", "light"] as const);
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await standStill(page, colorScheme);
    expect(await violationsOn(page), `${name} in ${colorScheme}`).toEqual([]);
  }
  for (const width of [390, 1280]) {
    expect(await overflowOf(page, width), `pixels by which ${name} is too wide at ${width}`).toBeLessThanOrEqual(0);
  }
  expect(faults, name).toEqual([]);
}

/** By how much the page is wider than a screen of this width: nobody likes to scroll sideways. */
async function overflowOf(page: Page, width: number): Promise<number> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 844 });
  await standStill(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (before) await page.setViewportSize(before);
  return overflow;
}

/** What axe finds on the page against WCAG 2.2 AA and good practice. */
async function violationsOn(page: Page): Promise<string[]> {
  // Put in from outside, because the page's policy rightly lets no other script in.
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: AXE, allowUnsafeEvalBlockedByCSP: true });
  await session.detach();
  const found = await page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as { axe: { run(...of: unknown[]): Promise<{ violations: Found[] }> } };
    const options = { runOnly: values, resultTypes: ["violations"], iframes: false, preload: false };
    return (await axe.run(document, options)).violations;
  }, RULES);
  return found.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 5)
      .map(({ target, failureSummary = "" }) => `${id}: ${target.join(" ")}: ${failureSummary.split("\n")[1]}`),
  );
}
