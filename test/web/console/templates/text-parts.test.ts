import { expect, it } from "vitest";
import { textParts } from "../../../../web/console/templates/text-parts.ts";

it("what an email says is its lines, its body and each of its fields, paragraphs on lines of their own", () => {
  const fields = { letter: "<p>One</p><p>Two</p>", picture: { src: "https://a.example/a.png", alt: "A" } };
  expect(textParts({ subject: "S", preheader: "P", body: "B", fields })).toEqual([
    { part: "subject", name: "", text: "S" },
    { part: "preheader", name: "", text: "P" },
    { part: "body", name: "", text: "B" },
    { part: "field", name: "letter", text: "<p>One</p>\n<p>Two</p>" },
    { part: "field", name: "picture", text: '{\n  "src": "https://a.example/a.png",\n  "alt": "A"\n}' },
  ]);
  expect(textParts(undefined)).toEqual([]);
});
