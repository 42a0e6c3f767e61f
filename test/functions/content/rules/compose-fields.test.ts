import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeFields } from "../../../../functions/content/rules/compose-fields.ts";
import type { ContentFilling, ContentFillings } from "../../../../functions/content/rules/content-filling.ts";
import { passGate } from "../../../../functions/content/rules/publish-gate.ts";
import { renderContent } from "../../../../functions/content/rules/render-content.ts";
import { sampleValues } from "../../../../functions/content/rules/sample-values.ts";
import { scanTags } from "../../../../functions/content/rules/scan-tags.ts";
import { maskExpressions } from "../../../../functions/content/rules/split-expressions.ts";
import { propertyOptions } from "../../../support/property-options.ts";
import { SMALL_SHARED, smallSource } from "../support/small-content.ts";

/** A design with a field of every kind, and a promise behind them that nothing filled in may touch. */
const DESIGN = `<mj-text>
  <h1 field="title" field-label="Headline" field-most="300">Hello
  you</h1>
</mj-text>
<mj-text field="letter" mj-class="x"><p>As designed.</p></mj-text>
<mj-image field="picture" src="https://a.example/a.png" alt="A cat" width="100px" />
<mj-button field="button" href="{{links.start}}" align="left">Start</mj-button>
<mj-text field="stories">
  <h2 field="name">One</h2>
  <p field="words">First.</p>
</mj-text>
<mj-text><p class="promise">The rest of the design stays.</p></mj-text>
`;

const compose = (fields?: ContentFillings) => composeFields(DESIGN, fields);

describe("a field", () => {
  test("says what its design says as long as nobody fills it, without a trace of being a field", () => {
    const composed = compose();
    expect(composed).not.toMatch(/\sfield/);
    expect(composed).toContain("<h1>Hello\n  you</h1>");
    expect(composed).toContain('<mj-text mj-class="x"><p>As designed.</p></mj-text>');
    expect(composed).toContain('<mj-button href="{{links.start}}" align="left">Start</mj-button>');
  });

  test.each<[string, ContentFilling, string]>([
    ["title", "Tom & <b>Jerry</b>", "<h1>Tom &amp; &lt;b&gt;Jerry&lt;/b&gt;</h1>"],
    ["title", "Hello {{contact.name}}!", "<h1>Hello {{contact.name}}!</h1>"],
    ["title", "two\r\nlines", "<h1>two lines</h1>"],
    [
      "letter",
      "<p>One <b>two</b></p><p>Three</p>",
      '<mj-text mj-class="x"><p>One <strong>two</strong></p><p>Three</p></mj-text>',
    ],
    [
      "picture",
      { src: "https://b.example/b.png?a=1&b=2", alt: 'A "dog"', href: "{{links.start}}" },
      '<mj-image width="100px" src="https://b.example/b.png?a=1&amp;b=2" alt="A &quot;dog&quot;" href="{{links.start}}" />',
    ],
    [
      "button",
      { words: "Go <on>", href: "https://b.example" },
      '<mj-button align="left" href="https://b.example">Go &lt;on&gt;</mj-button>',
    ],
  ])("of a design is filled: %s with %j", (name, filling, shown) => {
    expect(compose({ [name]: filling })).toContain(shown);
  });

  test("of a list is shown once for each item", () => {
    const composed = compose({
      stories: {
        items: [
          { name: "A", words: "a" },
          { name: "B", words: "b" },
        ],
      },
    });
    expect(composed.match(/<h2>.<\/h2>/g)).toEqual(["<h2>A</h2>", "<h2>B</h2>"]);
    expect(composed.match(/<mj-text>\s*<h2>/g)).toHaveLength(2);
  });

  test("that is empty is left out with its element, and no line moves", () => {
    const composed = compose({ picture: { src: " ", alt: "" }, stories: { items: [] }, title: "" });
    expect(composed).not.toMatch(/mj-image|<h1|<h2/);
    expect(composed.split("\n").length).toBe(DESIGN.split("\n").length);
  });

  test("keeps its design when it is filled with something of another kind", () => {
    expect(compose({ title: { items: [] }, button: "words" })).toBe(compose());
  });
});

const NASTY = [
  ...[
    "<script>alert(1)</script>",
    "</mj-text>",
    "</p></mj-text><mj-raw>",
    "<!--",
    "-->",
    "]]>",
    "<a href='javascript:alert(1)'>x</a>",
  ],
  ...[
    "{{",
    "}}",
    "{",
    "}",
    "\\",
    "{{{contact.name}}}",
    "{{#if contact.name}}",
    "{{/if}}",
    "{{else}}",
    "{{> body}}",
    "{{! x }}",
  ],
  ...["{{contact.name}}", "{{links.start}}", "javascript:alert(1)", "data:text/html,x", "https://a.example/?q=\"'<>"],
  ...[
    "\r\nBcc: all@a.example",
    "\u0000",
    "\uE0000\uE001",
    "\u2028",
    '"',
    "'",
    "=",
    "&",
    "&lt;",
    "&#123;&#123;",
    "onload=x",
  ],
  ...[
    "w".repeat(200),
    "阿卜杜热西提·买买提艾力",
    "👩‍👩‍👧",
    "<img src=x onerror=alert(1)>",
    "<style>*{}</style>",
    "<ul><li>a",
    "<p><p>",
  ],
];
const words = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string()), { maxLength: 6 })
  .map((all) => all.join("").slice(0, 400));
const filling = fc.record(
  {
    title: words,
    letter: words,
    picture: fc.record({ src: words, alt: words, href: words }),
    button: fc.record({ words, href: words }),
    stories: fc.record({ items: fc.array(fc.record({ name: words, words }), { maxLength: 3 }) }),
  },
  { requiredKeys: [] },
);

describe("whatever is filled in", () => {
  test("stays inside its field: the tags and lines of the design are the same, and no tag has scripts", () => {
    const skeleton = /<(\/?)(mj-[\w-]+|h1|h2)\b/g;
    fc.assert(
      fc.property(filling, (fields) => {
        const composed = compose({ ...fields, stories: { items: [{ name: "x", words: "y" }] } });
        expect(composed.split("\n").length).toBe(DESIGN.split("\n").length);
        expect(composed).toContain('<p class="promise">The rest of the design stays.</p>');
        const tags = scanTags(maskExpressions(composed));
        expect(tags.filter(({ kind }) => kind === "comment")).toEqual([]);
        expect(tags.some(({ name }) => ["script", "style", "img", "iframe"].includes(name))).toBe(false);
        expect(tags.flatMap(({ attributes }) => attributes).some(({ name }) => name.startsWith("on"))).toBe(false);
        const opened = [...composed.matchAll(skeleton)].filter(([, slash]) => slash === "").length;
        expect(opened).toBe(
          [...composed.matchAll(skeleton)].length - [...composed.matchAll(/<\/(mj-[\w-]+|h1|h2)>/g)].length,
        );
      }),
      propertyOptions("fields stay inside", 400),
    );
  });

  test("is published as words, or refused with the name of its field", async () => {
    const source = smallSource({ body: DESIGN });
    await fc.assert(
      fc.asyncProperty(filling, async (fields) => {
        const en = { ...source.locales.en, fields };
        const verdict = await passGate({ ...source, locales: { en } }, SMALL_SHARED);
        const errors = verdict.problems.filter(({ severity }) => severity === "error");
        for (const { field, code } of errors) expect({ code, field }).toEqual({ code, field: expect.any(String) });
        const content = verdict.contents[0];
        if (!content || errors.length > 0) return;
        const mail = renderContent(content, sampleValues(content.variables, "en", "sample"), "Europe/Berlin");
        if (!mail.ok) throw new Error(mail.reason);
        expect(mail.html).not.toMatch(/<script|<iframe|(href|src)="\s*javascript:|<[^<>]*\sonerror=|\{\{/i);
        expect(mail.html).toContain("The rest of the design stays.");
        expect(mail.text).toContain("The rest of the design stays.");
      }),
      propertyOptions("fields are words or refused", 60),
    );
  }, 60_000);
});
