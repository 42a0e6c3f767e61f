import { describe, expect, test } from "vitest";
import { isPublishable, passGate } from "../../../../functions/content/rules/publish-gate.ts";
import { SMALL_BODY, SMALL_SHARED, smallSource } from "../support/small-content.ts";

async function errorsOf(source = smallSource(), shared = SMALL_SHARED) {
  const verdict = await passGate(source, shared);
  const errors = verdict.problems.filter(({ severity }) => severity === "error");
  expect(isPublishable(verdict)).toBe(errors.length === 0);
  return errors;
}

const without = (path: string, words: string) => ({
  ...SMALL_SHARED,
  [path]: (SMALL_SHARED[path] ?? "").replaceAll(words, ""),
});

describe("the publish gate", () => {
  test("lets a sound template pass in every language", async () => {
    const verdict = await passGate(smallSource(), SMALL_SHARED);
    expect(verdict.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(verdict.contents.map(({ locale }) => locale)).toEqual(["en", "zh-CN"]);
  });

  test.each([
    ["an unknown variable", { body: "<mj-text>\n  {{contact.email}}\n</mj-text>" }, "unknown-variable", "en.mjml", 2],
    ["an unknown variable in the subject", { subject: "Hi {{contact.first}}" }, "unknown-variable", "subject", 1],
    ["an unknown component", { body: `${SMALL_BODY}<mj-txt>x</mj-txt>` }, "unknown-component", "en.mjml", 5],
    [
      "a misspelt attribute",
      { body: '<mj-text colour="#fff">Hello to you all</mj-text>' },
      "unknown-attribute",
      "en.mjml",
      1,
    ],
    [
      "a misplaced component",
      { body: "<mj-text>x</mj-text>\n<mj-section></mj-section>" },
      "misplaced-component",
      "en.mjml",
      2,
    ],
    ["text between components", { body: `${SMALL_BODY}Lost words` }, "lost-text", "en.mjml", 5],
    ["a value between components", { body: `${SMALL_BODY}{{contact.name}}` }, "lost-text", "en.mjml", 5],
    ["a partial within a line", { body: "<mj-text>x {{> signature}}</mj-text>" }, "partial-line", "en.mjml", 1],
  ])("names the line of %s", async (_what, change, code, file, line) => {
    expect(await errorsOf(smallSource(change))).toEqual(
      expect.arrayContaining([expect.objectContaining({ code, file, line })]),
    );
  });

  test("refuses marketing mail without an unsubscribe link, and says where to add it", async () => {
    const shared = without("partials/footer-marketing.mjml", "{{urls.unsubscribe}}");
    const [error] = await errorsOf(smallSource(), {
      ...shared,
      "partials/footer-marketing.mjml": SMALL_SHARED["partials/footer-transactional.mjml"] ?? "",
    });
    expect(error).toMatchObject({ code: "unsubscribe", file: "layouts/letter.mjml", line: 20 });
    expect(error?.message.en).toContain("{{> footer}}");
  });

  test("refuses marketing mail without a postal address", async () => {
    const errors = await errorsOf(smallSource(), without("partials/footer-marketing.mjml", "{{brand.postalAddress}}"));
    expect(errors).toMatchObject([{ code: "postal-address", file: "layouts/letter.mjml", line: 20 }]);
  });

  test("asks neither of transactional mail", async () => {
    const shared = without("partials/footer-transactional.mjml", "{{brand.postalAddress}}");
    expect(await errorsOf(smallSource({ kind: "transactional" }), shared)).toEqual([]);
  });

  test("does not know an unsubscribe link in transactional mail", async () => {
    const body = '<mj-text><a href="{{urls.unsubscribe}}">Stop</a></mj-text>';
    expect(await errorsOf(smallSource({ kind: "transactional", body }))).toMatchObject([
      { code: "unknown-variable", line: 1 },
    ]);
  });

  test("refuses HTML over 90 KB, which Gmail would clip", async () => {
    const twice = `{{#each perks}}<p>{{this}} ${"many words ".repeat(25)}</p>{{/each}}
`.repeat(95);
    expect(await errorsOf(smallSource({ body: `${SMALL_BODY}<mj-text>${twice}</mj-text>` }))).toMatchObject([
      { code: "too-large", part: "body", file: "en.mjml" },
    ]);
  });

  test("refuses a mail whose text part would say nothing", async () => {
    const body = '<mj-image src="https://lantern.example/a.png" alt="A picture" />';
    const shared = { ...SMALL_SHARED, "partials/footer-transactional.mjml": "" };
    expect(await errorsOf(smallSource({ kind: "transactional", body }), shared)).toMatchObject([{ code: "no-text" }]);
  });

  test("refuses a subject that is empty for some people", async () => {
    expect(await errorsOf(smallSource({ subject: "{{contact.name}}" }))).toMatchObject([{ code: "empty-subject" }]);
  });

  test("refuses a sample of the wrong type", async () => {
    const source = smallSource();
    source.variables = source.variables.map((each) =>
      each.name === "links.start" ? { ...each, sample: "soon" } : each,
    );
    expect(await errorsOf(source)).toMatchObject([{ code: "sample", file: "template.yaml", locale: null }]);
  });

  test("refuses a layout that does not exist, and shared words that do not", async () => {
    expect(await errorsOf(smallSource({ layout: "poster" }))).toMatchObject([{ code: "layout" }]);
    const shared = { ...SMALL_SHARED, "locales/mail.en.json": "{" };
    expect(await errorsOf(smallSource(), shared)).toMatchObject([
      { code: "unknown-words", file: "layouts/letter.mjml", line: 1 },
      { code: "unknown-words", file: "partials/footer-marketing.mjml", line: 3 },
    ]);
  });

  test("refuses an expression hidden in character references", async () => {
    const body = "<mj-text><p>&#123;&#123;contact.email&#125;&#125; is your address</p></mj-text>";
    expect(await errorsOf(smallSource({ body }))).toMatchObject([{ code: "unknown-variable", part: "text" }]);
  });

  test("advises without refusing", async () => {
    const source = smallSource({
      subject: "A subject that goes on and on until no telephone can show it any more at all",
    });
    const verdict = await passGate({ ...source, locales: { en: source.locales.en } }, SMALL_SHARED);
    expect(isPublishable(verdict)).toBe(true);
    const codes = verdict.problems.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(["unused-variable", "missing-locale", "long-subject"]));
  });
});
