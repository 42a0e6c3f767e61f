import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formText } from "../../web/form/form-text.ts";
import { scriptText } from "../../web/form/script-text.ts";
import { signUpForm } from "../../web/form/sign-up-form.ts";
import { newestLink } from "../stories/support/mail-links.ts";
import { openStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let blog: Server;
let address = "";

beforeAll(async () => {
  stage = await openStage();
  const origin = stage.local.url;
  const options = { origin, brand: "Lantern Language School", locale: "en", offer: "free-lessons" } as const;
  const bodies: Record<string, string> = { "/script": scriptText(options), "/plain": formText(signUpForm(options)) };
  // A strict policy: scripts and forms to the one address, nothing else, no styles, no frames.
  const policy = `default-src 'none'; script-src ${origin}; form-action ${origin}`;
  blog = createServer(({ url = "" }, response) => {
    const body = bodies[url.split("?", 1)[0] ?? ""] ?? "";
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-security-policy", policy);
    response.end(`<!doctype html><html lang="en"><title>A blog</title><main>${body}</main></html>`);
  });
  await new Promise<void>((resolve) => blog.listen(0, "127.0.0.1", resolve));
  address = `http://localhost:${(blog.address() as AddressInfo).port}`;
}, 120_000);

afterAll(async () => {
  blog?.close();
  await stage?.close();
});

async function visit(path: string, javaScriptEnabled: boolean) {
  const context = await stage.browser.newContext({ javaScriptEnabled, locale: "en-GB" });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  page.on("pageerror", (error) => void errors.push(error.message));
  await page.goto(`${address}${path}`);
  return { context, page, errors: () => errors.filter((text) => !text.includes("favicon")) };
}

async function signUp(page: Page, email: string): Promise<void> {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel(/may also write to me/).check();
  await page.getByRole("button", { name: "Begin the free trial" }).click();
  await page.getByRole("heading", { name: "Now look in your inbox" }).waitFor();
}

describe("a form on a foreign site", { timeout: 60_000 }, () => {
  it("by one script tag signs up to an offer, under a strict policy and without cookies", async () => {
    const { context, page, errors } = await visit("/script?utm_source=blog&ref=ANA-1", true);
    expect(await page.locator('input[name="utm_source"]').inputValue()).toBe("blog");
    expect(await page.locator('input[name="ref"]').inputValue()).toBe("ANA-1");
    expect(await context.cookies()).toEqual([]);
    await signUp(page, "dora@example.com");
    expect(new URL(page.url()).origin).toBe(stage.local.url);
    expect(await newestLink(stage.local, "dora@example.com", "/confirm")).toContain("/confirm?t=");
    expect(errors()).toEqual([]);
    await context.close();
  });

  it("as plain HTML signs up in a browser without scripts", async () => {
    const { context, page, errors } = await visit("/plain", false);
    await signUp(page, "emil@example.com");
    expect(await newestLink(stage.local, "emil@example.com", "/confirm")).toContain("/confirm?t=");
    expect(errors()).toEqual([]);
    await context.close();
  });
});
