import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { unpackBrowser } from "./unpack-browser.ts";

// Chromium's own background traffic would count as requests to other hosts, and a container has no GPU.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Starts the browser of `CHROME_PATH`, one of the system, or ("bundled", or where there is none) the one npm brought. */
export async function launchBrowser(): Promise<Browser> {
  const wanted = process.env.CHROME_PATH;
  const system = wanted ?? SYSTEM_BROWSERS.find((path) => existsSync(path)) ?? "bundled";
  if (system !== "bundled") return chromium.launch({ executablePath: system, args: FLAGS });
  const { executablePath, env } = await unpackBrowser();
  return chromium.launch({ executablePath, env, args: FLAGS });
}
