import { HtmlValidate } from "html-validate";
import { beforeAll, describe, expect, test } from "vitest";
import type { CompiledContent } from "../../functions/content/rules/compiled-content.ts";
import type { GateVerdict } from "../../functions/content/rules/publish-gate.ts";
import { passGate } from "../../functions/content/rules/publish-gate.ts";
import { readEmailFiles } from "../../functions/content/rules/read-email-files.ts";
import { renderContent } from "../../functions/content/rules/render-content.ts";
import { SAMPLE_KINDS, sampleValues } from "../../functions/content/rules/sample-values.ts";
import { emailFolder } from "./email-folder.ts";

const NAMES = [
  "confirm",
  "farewell",
  "friend-joined",
  "how-was-it",
  "last-call",
  "limited-offer",
  "points-earned",
  "sign-in",
  "thanks-for-order",
  "tier-up",
  "tier-warning",
  "welcome",
];
const LOCALES = ["en", "zh-CN"] as const;
const EACH = NAMES.flatMap((name) => LOCALES.map((locale) => [name, locale] as const));

const { sources, shared, problems } = readEmailFiles(emailFolder());
const verdicts = new Map<string, GateVerdict>();

/** What mail needs and web pages do not: styles and presentational attributes on elements, tables for layout. */
const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "no-inline-style": "off",
    "no-deprecated-attr": "off",
    "presentation-role-style": "off",
    // Matters of style that MJML decides, and the comments that Outlook needs.
    "doctype-style": "off",
    "prefer-native-element": "off",
    "no-conditional-comment": "off",
  },
});

beforeAll(async () => {
  for (const { name, source } of sources) {
    verdicts.set(name, await passGate(source, shared));
  }
});

function contentOf(name: string, locale: string): CompiledContent {
  const found = verdicts.get(name)?.contents.find((content) => content.locale === locale);
  return found ?? expect.unreachable(`${name} has no ${locale}`);
}

function render(name: string, locale: (typeof LOCALES)[number], values: Record<string, unknown> = {}) {
  const content = contentOf(name, locale);
  const samples = sampleValues(content.variables, locale, "sample");
  const rendered = renderContent(content, { ...samples, ...values }, "Europe/Berlin");
  return rendered.ok ? { content, ...rendered } : expect.unreachable(JSON.stringify(rendered));
}

const hrefsOf = (html: string) =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&").replaceAll("&#x3D;", "="));

test("the twelve mails of the starter programme are there and can all be read", () => {
  expect(problems).toEqual([]);
  expect(sources.map(({ name }) => name)).toEqual(NAMES);
});

test.each(NAMES)("%s passes the publish gate without a word of criticism", (name) => {
  expect(verdicts.get(name)?.problems).toEqual([]);
});

describe.each(EACH)("%s in %s", (name, locale) => {
  test("is valid HTML", async () => {
    const report = await validator.validateString(render(name, locale).html);
    const messages = report.results.flatMap(({ messages }) =>
      messages.map((each) => `${each.ruleId}: ${each.message}`),
    );
    expect(messages).toEqual([]);
  });

  test("says in its text part all that the HTML links to, and nothing unfilled", () => {
    const { html, text, subject, preheader } = render(name, locale);
    expect(hrefsOf(html).length).toBeGreaterThan(0);
    for (const href of hrefsOf(html)) {
      expect(text).toContain(href);
    }
    expect([html, text, subject, preheader].join("\n")).not.toMatch(/\{\{|\}\}|undefined|NaN|\[object|[\uE000\uE001]/);
    expect(text).not.toMatch(/<[a-z/]/i);
    expect(text).not.toMatch(/\n\n\n/);
  });

  test("has one button that says what comes next", () => {
    const { html } = render(name, locale);
    expect(html.match(/<a[^>]*inline-block/g)).toHaveLength(1);
  });

  test.each(["O'Neil & Søn", "林晓雯", "<script>alert(1)</script>"])("carries the name %s right", (person) => {
    const values = { "contact.name": person, "friend.name": person };
    const { html, text, subject } = render(name, locale, values);
    expect(text).toContain(person);
    expect(html).not.toContain("<script");
    expect(html).toContain(
      person
        .replace("'", "&#x27;")
        .replace(/&(?!#)/, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/>/g, "&gt;"),
    );
    expect(subject).not.toMatch(/&amp;|&#/);
  });

  test("reads well without a name", () => {
    const { text, subject } = render(name, locale, { "contact.name": "", "friend.name": "" });
    for (const line of [subject, ...text.split("\n")]) {
      expect(line).not.toMatch(/^[,，。、]|\s,|,,|，，|^\s*$(?<!^)/);
    }
  });

  test("stays far below what Gmail shows, with the longest values too", () => {
    const content = contentOf(name, locale);
    for (const kind of SAMPLE_KINDS) {
      const rendered = renderContent(content, sampleValues(content.variables, locale, kind), "Europe/Berlin");
      expect(rendered.ok && Buffer.byteLength(rendered.html)).toBeLessThan(40 * 1024);
    }
  });

  test("shows the postal address, and a way to stop exactly if it is marketing", () => {
    const { html, text, content } = render(name, locale, { "urls.unsubscribe": "https://a.example/u?t=ok" });
    expect(text).toContain("10119 Berlin");
    const isMarketing = content.kind === "marketing";
    expect(text.includes("https://a.example/u?t=ok")).toBe(isMarketing);
    expect(hrefsOf(html).some((href) => href.includes("/preferences"))).toBe(isMarketing);
  });

  test("declares light and dark, and its language", () => {
    const { html } = render(name, locale);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain("prefers-color-scheme: dark");
    expect(html).toContain(`<html lang="${locale}"`);
  });
});

test("confirm, sign-in and thanks-for-order are transactional, everything else is marketing", () => {
  const transactional = sources.filter(({ source }) => source.kind === "transactional").map(({ name }) => name);
  expect(transactional).toEqual(["confirm", "sign-in", "thanks-for-order"]);
});

test("both languages of a mail use the same links", () => {
  for (const name of NAMES) {
    const [english, chinese] = LOCALES.map((locale) => hrefsOf(render(name, locale).html).sort());
    expect(chinese).toEqual(english);
  }
});
