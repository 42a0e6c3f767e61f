import { HtmlValidate } from "html-validate";
import { expect, it } from "vitest";
import { docsPage } from "../../../web/api/docs-page.ts";
import { openApiDocument } from "../../../web/api/openapi-document.ts";

it("the reading page is valid HTML without any script and names every operation", async () => {
  const document = openApiDocument();
  const page = docsPage(document);
  const rules = { "long-title": "off", "void-style": "off", "require-sri": "off" } as const;
  const report = await new HtmlValidate({ extends: ["html-validate:recommended"], rules }).validateString(page);
  expect(report.results.flatMap(({ messages }) => messages.map((each) => `${each.line}: ${each.message}`))).toEqual([]);
  expect(page).not.toContain("<script");
  for (const path of Object.keys(document.paths ?? {})) expect(page).toContain(path);
});

it("text of the document cannot become markup", () => {
  const page = docsPage({ ...openApiDocument(), info: { title: "<img src=x onerror=1>", version: "1" } });
  expect(page).toContain("&lt;img");
  expect(page).not.toContain("<img");
});
