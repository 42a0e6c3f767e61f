import type { Browser } from "playwright-core";
import { launchBrowser } from "../../support/browser.ts";
import { type Local, startLocal } from "../../support/start-local.ts";

/** One product and one browser, shared by the people of a test file. */
export interface Stage {
  local: Local;
  browser: Browser;
  close(): Promise<void>;
}

/** Starts product and browser on the 4th of next month at 09:00 UTC, when no offer is about to close. */
export async function openStage(): Promise<Stage> {
  const local = await startLocal({ inProcess: true });
  const browser = await launchBrowser();
  const today = new Date(await local.now());
  const morning = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 4, 9));
  await local.windTo(morning.toISOString());
  const close = async () => {
    await browser.close();
    await local.stop();
  };
  return { local, browser, close };
}
