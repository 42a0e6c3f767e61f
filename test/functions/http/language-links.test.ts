import { expect, it } from "vitest";
import { languageLinks } from "../../../functions/http/language-links.ts";

it("the language switch leads to the same page with everything it was asked for", () => {
  expect(languageLinks("/o/free-lessons?ref=ANA&lang=en", "en").map(({ href, current }) => [href, current])).toEqual([
    ["/o/free-lessons?ref=ANA&lang=en", true],
    ["/o/free-lessons?ref=ANA&lang=zh-CN", false],
  ]);
});

it.each([
  "//evil.example/x",
  "/\\evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "",
  "/o/..//evil.example",
  "/o/..\\/evil.example",
  "/\t//:99999",
  "/.//evil.example",
])("the language switch stays on this site for %j", (here) => {
  for (const { href } of languageLinks(here, "en")) expect(href).toMatch(/^\/(?![/\\])/);
});
