import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CLIENT_GAPS, SUPPORT_FEATURES } from "../../../../functions/content/rules/client-support.ts";
import { lintSource } from "../../../../functions/content/rules/lint-source.ts";
import { isPublishable, passGate } from "../../../../functions/content/rules/publish-gate.ts";
import type { SharedFiles } from "../../../../functions/content/rules/shared-content.ts";
import { SPAM_PHRASES } from "../../../../functions/content/rules/spam-phrases.ts";
import { propertyOptions } from "../../../support/property-options.ts";
import { SMALL_BODY, SMALL_SHARED, smallSource } from "../support/small-content.ts";

const CALM: SharedFiles = {
  ...SMALL_SHARED,
  "layouts/letter.mjml": `${SMALL_SHARED["layouts/letter.mjml"]}<!-- color-scheme -->`,
};
const quietCodes = new Set(["unused-variable", "missing-locale"]);

function adviceOn(change: Parameters<typeof smallSource>[0], shared = CALM) {
  const source = smallSource(change);
  const found = lintSource({ ...source, locales: { en: source.locales.en } }, shared);
  return found.filter(({ code }) => !quietCodes.has(code));
}

const codesOn = (change: Parameters<typeof smallSource>[0]) => adviceOn(change).map(({ code }) => code);
const inText = (words: string) => `${SMALL_BODY}<mj-text><p>${words}</p></mj-text>`;

describe("the lint advises on", () => {
  test.each([
    ["a link that says nothing", inText('<a href="https://a.example">Click here!</a>'), "vague-link"],
    ["a Chinese link that says nothing", inText('<a href="https://a.example">点击这里</a>'), "vague-link"],
    ["a button that says nothing", `${SMALL_BODY}<mj-button href="https://a.example">More »</mj-button>`, "vague-link"],
    ["a link without words", inText('<a href="https://a.example"> </a>'), "empty-link"],
    ["an address instead of words", inText("See https://a.example/long/way"), "bare-address"],
    ["an address linked to itself", inText('<a href="https://a.example/x">https://a.example/x</a>'), "bare-address"],
    [
      "a file's name as alt",
      `${SMALL_BODY}<mj-image src="https://a.example/a.png" alt="IMG_2041.png" />`,
      "alt-file-name",
    ],
    [
      "an alt that says picture",
      inText('<img src="https://a.example/a.png" alt="Picture of a cat">'),
      "alt-picture-of",
    ],
    ["a very long alt", inText(`<img src="https://a.example/a.png" alt="${"a cat ".repeat(30)}">`), "alt-too-long"],
    [
      "a linked picture without words",
      `${SMALL_BODY}<mj-image href="https://a.example" src="https://a.example/a.png" alt="" />`,
      "alt-of-link",
    ],
    ["a phrase of spam", inText("Act now, while it lasts"), "spam-phrase"],
    ["a Chinese phrase of spam", inText("恭喜您中奖"), "spam-phrase"],
    ["a forbidden superlative", inText("全网最低价"), "spam-phrase"],
    ["many exclamation marks", inText("Today only!!!"), "exclamation-marks"],
    ["dark text without ground", inText('<span style="color:#222">Hello</span>'), "dark-text"],
    ["a dark logo", `${SMALL_BODY}<mj-image src="https://a.example/logo-black.png" alt="Lantern" />`, "dark-logo"],
  ])("%s, with its line", (_what, body, code) => {
    const found = adviceOn({ body });
    expect(found.map((each) => each.code)).toEqual([code]);
    const line = body.split("\n").length;
    expect(found[0]).toMatchObject({ severity: "advice", file: "en.mjml", part: "body", locale: "en", line });
  });

  test.each([
    ["a pretended answer", { subject: "Re: your lesson" }, "misleading-subject"],
    ["a pretended answer in Chinese", { subject: "回复：你的课程" }, "misleading-subject"],
    ["a shouted subject", { subject: "YOUR LESSON IS OPEN" }, "shouted-subject"],
    ["two exclamation marks", { subject: "Open! Now!" }, "exclamation-marks"],
    ["a phrase of spam in the subject", { subject: "You have won a lesson" }, "spam-phrase"],
    ["no preview line", { preheader: " " }, "no-preheader"],
    ["a long preview line", { preheader: "word ".repeat(40) }, "long-preheader"],
    ["a long Chinese preview line", { preheader: "字".repeat(80) }, "long-preheader"],
    ["a preview line that repeats", { subject: "Your lesson", preheader: "your lesson" }, "repeated-preheader"],
  ])("%s", (_what, change, code) => {
    expect(codesOn(change)).toEqual([code]);
  });

  test.each([
    ["position", inText('<span style="position: absolute">x</span>')],
    ["flex", inText('<span style="display:flex">x</span>')],
    ["grid", inText('<span style="display: grid">x</span>')],
    ["float", inText('<span style="float:left">x</span>')],
    ["gradient", inText('<span style="background:linear-gradient(red,blue)">x</span>')],
    ["background-image", inText('<span style="background-image:url(https://a.example/a.png)">x</span>')],
    ["web-fonts", `${SMALL_BODY}<mj-style>@font-face { font-family: x }</mj-style>`],
    ["import", `${SMALL_BODY}<mj-style>@import "https://a.example/a.css";</mj-style>`],
    ["animation", `${SMALL_BODY}<mj-style>@keyframes x { from { opacity: 0 } }</mj-style>`],
    ["transform", inText('<span style="transform:rotate(3deg)">x</span>')],
    ["filter", inText('<span style="filter:blur(3px)">x</span>')],
    ["object-fit", inText('<span style="object-fit:cover">x</span>')],
    ["variables", inText('<span style="margin:var(--gap)">x</span>')],
    ["calc", inText('<span style="width:calc(100% - 2px)">x</span>')],
    ["rem", inText('<span style="margin:1.5rem">x</span>')],
    ["nesting", `${SMALL_BODY}<mj-style>.a { &.b { margin: 0 } }</mj-style>`],
    ["video", inText("<video></video>")],
    ["audio", inText("<audio></audio>")],
    ["svg", inText("<svg></svg>")],
    ["svg-picture", inText('<img src="https://a.example/a.svg" alt="A cat">')],
    ["webp", inText('<img src="https://a.example/a.webp" alt="A cat">')],
    ["avif", inText('<img src="https://a.example/a.avif" alt="A cat">')],
    ["srcset", inText("<picture></picture>")],
    ["controls", inText("<select></select>")],
    ["carousel", `${SMALL_BODY}<mj-carousel></mj-carousel>`],
    ["accordion", `${SMALL_BODY}<mj-accordion></mj-accordion>`],
  ])("what mail programs leave out: %s", (feature, body) => {
    expect(adviceOn({ body })).toMatchObject([{ code: "client-support", details: { feature } }]);
  });

  test("a layout that says nothing of its colours", () => {
    expect(adviceOn({}, SMALL_SHARED)).toMatchObject([{ code: "color-scheme", file: "layouts/letter.mjml" }]);
  });

  test("a mail near the limit, with what its bytes are spent on and its heaviest part", async () => {
    const rows = Array.from({ length: 70 }, (_, row) => `<p>${row} ${"many words ".repeat(100)}</p>`).join("\n");
    const { problems } = await passGate(smallSource({ body: `${SMALL_BODY}<mj-text>${rows}</mj-text>` }), CALM);
    const [near, ...more] = problems.filter(({ code }) => code === "near-limit");
    expect(more).toEqual([]);
    expect(near).toMatchObject({ severity: "advice", line: SMALL_BODY.split("\n").length });
    const { kilobytes, styles, addresses, outlook, words, tags } = (near?.details ?? {}) as Record<string, number>;
    expect(kilobytes).toBeGreaterThan(74);
    expect(words).toBeGreaterThan(70);
    const parts = [styles, addresses, outlook, words, tags].reduce<number>((sum, part) => sum + (part ?? 0), 0);
    expect(Math.abs(parts - (kilobytes ?? 0))).toBeLessThan(6);
  });
});

describe("the lint says nothing of", () => {
  test.each([
    ["a link with words", inText('<a href="https://a.example">Choose your first lesson</a>')],
    [
      "a picture as a link",
      inText('<a href="https://a.example"><img src="https://a.example/a.png" alt="Your lesson"></a>'),
    ],
    ["a picture that decorates", `${SMALL_BODY}<mj-image src="https://a.example/a.png" alt="" />`],
    ["a word that ends like a phrase", inText("Then react now and again")],
    ["dark text on its own ground", inText('<span style="background:#fff"><b style="color:#000">Hello</b></span>')],
    ["light text", inText('<span style="color:#eeeeee">Hello</span>')],
    ["words about styles", inText("position: absolute; display: flex")],
    ["one exclamation mark", inText("Welcome!")],
    ["an address in an attribute", inText('<a href="https://a.example/x" title="https://a.example">A room</a>')],
  ])("%s", (_what, body) => {
    expect(codesOn({ body })).toEqual([]);
  });

  test("capitals in a short name, and one exclamation mark", () => {
    expect(codesOn({ subject: "NASA calls!" })).toEqual([]);
  });
});

describe("the lint", () => {
  test("knows words and mail programs for each feature", () => {
    expect(CLIENT_GAPS.map(({ feature }) => feature).sort()).toEqual([...SUPPORT_FEATURES].sort());
    expect(CLIENT_GAPS.every(({ clients }) => clients.length > 0)).toBe(true);
  });

  test("gives each phrase one reason", () => {
    const phrases = Object.values(SPAM_PHRASES).flat();
    expect(new Set(phrases).size).toBe(phrases.length);
    expect(phrases.every((phrase) => phrase === phrase.toLowerCase())).toBe(true);
  });

  test("never keeps a template from being published", async () => {
    const body = inText(
      '<a href="https://a.example">here</a> <span style="color:#000;position:absolute">Act now!!!</span>',
    );
    const verdict = await passGate(smallSource({ body, subject: "RE: ACT NOW YOU ALL!!!" }), SMALL_SHARED);
    expect(isPublishable(verdict)).toBe(true);
    expect(verdict.problems.length).toBeGreaterThan(5);
  });

  test("reads any text in time and points into it", () => {
    const pieces = [
      "<",
      "<a href='",
      "</a>",
      "<mj-image ",
      ">",
      "https://a.example ",
      "{{",
      "}}",
      '"',
      "!!!",
      "<!--",
      "color:#000",
      "style=",
    ];
    const text = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 200 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, (body) => {
        const lines = body.split("\n").length;
        for (const { line, part } of adviceOn({ body })) {
          if (part === "body") expect(line).toBeLessThanOrEqual(lines);
        }
      }),
      propertyOptions("lint reads any text", 200),
    );
  });

  test.each([
    ["anchors", "<a>".repeat(16_000)],
    ["addresses", "https://a.example ".repeat(2600)],
    ["styles", '<b style="color:#000">'.repeat(2000)],
  ])("reads tens of thousands of %s within a second", (_what, body) => {
    const before = performance.now();
    adviceOn({ body });
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
