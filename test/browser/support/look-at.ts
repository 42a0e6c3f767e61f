import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { standStill } from "./stand-still.ts";

const FOLDER = join(tmpdir(), "tm-shots");

/** With LOOK=1, keeps pictures of the page at 390 and 1280 pixels, light and dark, for a person to look at. */
export async function lookAt(page: Page, name: string): Promise<void> {
  if (!process.env.LOOK) return;
  mkdirSync(FOLDER, { recursive: true });
  const before = page.viewportSize();
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 860 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await standStill(page, colorScheme);
      await page.screenshot({ path: join(FOLDER, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}
