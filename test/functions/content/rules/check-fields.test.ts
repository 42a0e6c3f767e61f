import { describe, expect, test } from "vitest";
import { contentFields } from "../../../../functions/content/rules/content-fields.ts";
import type { ContentFillings } from "../../../../functions/content/rules/content-filling.ts";
import { passGate } from "../../../../functions/content/rules/publish-gate.ts";
import { SMALL_BODY, SMALL_SHARED, smallSource } from "../support/small-content.ts";

const BODY = `<mj-text>
  <h1 field="title" field-label="Headline" field-most="20">Hello</h1>
</mj-text>
<mj-text field="letter" field-label="Letter"><p>As designed.</p></mj-text>
<mj-image field="picture" field-label="Picture" field-optional src="" alt="" />
<mj-button field="button" field-label="Button" href="{{links.start}}">Start</mj-button>
<mj-text field="stories" field-label="Stories" field-most="2">
  <h2 field="name" field-label="Name">One</h2>
</mj-text>
`;

async function problemsOf(body: string, fields?: ContentFillings, shared = SMALL_SHARED) {
  const source = smallSource({ body });
  const en = { ...source.locales.en, ...(fields ? { fields } : {}) };
  return (await passGate({ ...source, locales: { en } }, shared)).problems;
}

async function errorsOf(body: string, fields?: ContentFillings) {
  const problems = await problemsOf(body, fields);
  return problems.filter(({ severity }) => severity === "error");
}

describe("a form's problem names its field", () => {
  test.each<[string, ContentFillings, string, string]>([
    ["too long", { title: "far more than twenty letters" }, "field-too-long", "title"],
    ["empty", { letter: "<p> </p>" }, "field-empty", "letter"],
    ["a button without words", { button: { words: " ", href: "{{links.start}}" } }, "field-empty", "button"],
    ["a block", { title: "{{#if code}}x{{/if}}" }, "field-braces", "title"],
    ["a table", { letter: "<table><tr><td>x</td></tr></table>" }, "field-tag", "letter"],
    ["words in the place of a picture", { picture: "x" }, "field-kind", "picture"],
    ["too many items", { stories: { items: [{ name: "a" }, { name: "b" }, { name: "c" }] } }, "field-items", "stories"],
    ["an empty item", { stories: { items: [{ name: "a" }, { name: "" }] } }, "field-empty", "stories/1/name"],
    ["an unsafe address", { picture: { src: "javascript:alert(1)", alt: "x" } }, "address", "picture"],
    ["an unsafe link in a letter", { letter: '<p><a href="data:x">x</a></p>' }, "address", "letter"],
    ["an unknown variable", { title: "Hi {{contact.first}}" }, "unknown-variable", "title"],
    ["a helper's mistake", { letter: "<p>{{date contact.name}}</p>" }, "helper-type", "letter"],
  ])("%s", async (_what, fields, code, field) => {
    const errors = await errorsOf(BODY, fields);
    expect(errors).toEqual([expect.objectContaining({ code, field, file: "en.mjml", locale: "en" })]);
  });

  test("and is silent about what fits", async () => {
    const fields: ContentFillings = {
      title: "Hello {{contact.name}}",
      letter: "<p>One</p>",
      picture: { src: "https://a.example/a.png", alt: "A room" },
      stories: { items: [{ name: "a" }, { name: "b" }] },
    };
    expect(await errorsOf(BODY, fields)).toEqual([]);
    expect(await errorsOf(BODY)).toEqual([]);
  });

  test("and keeps what belongs to no field any more, with advice", async () => {
    const problems = await problemsOf(SMALL_BODY, { headline: "Kept" });
    expect(problems).toContainEqual(expect.objectContaining({ severity: "advice", code: "field-unknown" }));
  });
});

describe("a designer is told at the line of", () => {
  test.each([
    ["a bad name", '<mj-text field="My Title"><p>x</p></mj-text>', "field-name", 1],
    ["a name used twice", `${BODY}<mj-text field="title"><p>x</p></mj-text>`, "field-twice", 10],
    ["an element that cannot be filled", '\n<mj-divider field="line" />', "field-element", 2],
    ["a block in a field", '<mj-text field="x"><p>{{#if code}}x{{/if}}</p></mj-text>', "field-block", 1],
    ["a list in a list", '<mj-text field="a"><div field="b"><p field="c">x</p></div></mj-text>', "field-nesting", 1],
  ])("%s", async (_what, body, code, line) => {
    const errors = await errorsOf(`${body}\n${SMALL_BODY}`);
    expect(errors).toContainEqual(expect.objectContaining({ code, line, field: null }));
  });
});

describe("the fields of a mail", () => {
  const shared = {
    ...SMALL_SHARED,
    "layouts/letter.mjml": (SMALL_SHARED["layouts/letter.mjml"] ?? "").replace(
      "        {{> body}}",
      `        <mj-image field="banner" field-label="{{t 'mail.banner'}}" field-optional src="" alt="" />\n        {{> body}}`,
    ),
    "locales/mail.en.json": JSON.stringify({ "mail.lang": "en", "mail.stop": "Stop", "mail.banner": "Banner" }),
    "locales/mail.zh-CN.json": JSON.stringify({ "mail.lang": "zh-CN", "mail.stop": "停", "mail.banner": "横幅" }),
  };
  const source = smallSource({ body: BODY });
  const chinese = {
    subject: "你好",
    preheader: "你好",
    body: BODY.replace('field-label="Headline"', 'field-label="标题"'),
  };
  const both = { ...source, locales: { ...source.locales, "zh-CN": chinese } };

  test("come in the order of reading, those of the layout too", () => {
    expect(contentFields(both, shared, "en").map(({ name, kind }) => [name, kind])).toEqual([
      ["banner", "picture"],
      ["title", "line"],
      ["letter", "paragraphs"],
      ["picture", "picture"],
      ["button", "link"],
      ["stories", "list"],
    ]);
  });

  test("have labels in both languages of the console, and what the design says", () => {
    const [banner, title, letter, , button, stories] = contentFields(both, shared, "en");
    expect(banner).toMatchObject({
      label: { en: "Banner", "zh-CN": "横幅" },
      optional: true,
      design: { src: "", alt: "" },
    });
    expect(title).toMatchObject({ label: { en: "Headline", "zh-CN": "标题" }, most: 20, design: "Hello" });
    expect(letter).toMatchObject({ design: "<p>As designed.</p>" });
    expect(button).toMatchObject({ design: { words: "Start", href: "{{links.start}}" } });
    expect(stories).toMatchObject({ design: { items: [{ name: "One" }] }, fields: [{ name: "name", kind: "line" }] });
  });
});
