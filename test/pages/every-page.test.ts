import { readdirSync, readFileSync } from "node:fs";
import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { type PageState, pageStates } from "./page-states.ts";

const LOCALES = ["en", "zh-CN"] as const;
const validator = new HtmlValidate({ extends: ["html-validate:recommended"] });
const assets = "web/public";

describe.each(LOCALES)("every page in %s", (locale) => {
  const states = pageStates(locale);
  const each = states.map((state): [string, PageState] => [state.name, state]);

  it.each(each)("%s is valid HTML", async (_, { html }) => {
    const report = await validator.validateString(html);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`)),
    ).toEqual([]);
  });

  it.each(each)("%s declares its language and has one heading, a main part and a way past the menu", (_, { html }) => {
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html).toContain('<a class="skip" href="#content">');
  });

  it.each(each)("%s has no script or style of its own and loads nothing from elsewhere", (_, { html }) => {
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    for (const [, url] of html.matchAll(/<(?:script|link|img)[^>]+(?:src|href)="([^"]+)"/g))
      expect(url).toMatch(/^\/assets\/[a-z-]+\.(js|css|svg)$/);
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it.each(each)("%s leaves no gap where a value is missing", (_, { html }) => {
    expect(html).not.toMatch(/undefined|null|NaN|Invalid|\[object|\{\w+\}/);
  });

  it.each(each)("%s is within 100 KB with everything it loads", (_, { html }) => {
    const files = [...new Set([...html.matchAll(/"\/assets\/([\w.-]+)"/g)].map(([, name]) => name as string))];
    const bytes = files.map((name) => readFileSync(`${assets}/${name}`).length).reduce((sum, size) => sum + size, 0);
    expect(bytes + Buffer.byteLength(html)).toBeLessThan(100_000);
  });

  it("has a title of its own", () => {
    const titles = new Set(states.map(({ html }) => /<title>([^<]+)/.exec(html)?.[1]));
    expect(titles.size).toBeGreaterThan(15);
  });
});

it("the style sheets stay under 15 KB together", () => {
  const sheets = readdirSync(assets).filter((name) => name.endsWith(".css"));
  const bytes = sheets.map((name) => readFileSync(`${assets}/${name}`).length).reduce((sum, size) => sum + size, 0);
  expect(sheets.length).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(15_500);
});
