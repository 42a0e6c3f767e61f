import type { Page } from "playwright-core";

/** Waits until the page has taken on its colours and its size: half-way they are nobody's. */
export async function standStill(page: Page, colorScheme?: string): Promise<void> {
  // What a change of size or colours sets going begins with the next picture.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  // The console follows the system by a script of its own, which says so on the root.
  await page.waitForFunction((wanted) => {
    const { mantineColorScheme = wanted } = document.documentElement.dataset;
    return wanted === undefined || mantineColorScheme === wanted;
  }, colorScheme);
  await page.evaluate(async () => {
    const finite = document.getAnimations().filter((each) => each.effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(finite.map(({ finished }) => finished));
  });
}
