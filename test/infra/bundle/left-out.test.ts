import { expect, test } from "vitest";
import { compileContent } from "../../../functions/content/rules/compile-content.ts";
import { renderContent } from "../../../functions/content/rules/render-content.ts";
import { SMALL_SHARED, SMALL_VALUES, smallSource } from "../../functions/content/support/small-content.ts";
import { bundled } from "../support/bundled.ts";

const content = `
  export { compileContent } from "./functions/content/rules/compile-content.ts";
  export { renderContent } from "./functions/content/rules/render-content.ts";
`;

async function mailBy(engine: { compileContent: typeof compileContent; renderContent: typeof renderContent }) {
  const compiled = await engine.compileContent(smallSource(), SMALL_SHARED, "en");
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const rendered = engine.renderContent(compiled.content, SMALL_VALUES, "Europe/Berlin");
  if (!rendered.ok) throw new Error(`${rendered.reason}: ${rendered.names}`);
  return rendered;
}

test("a template compiled and rendered in a bundle, without what the bundle leaves out, is the same mail", async () => {
  const inBundle = await mailBy(await bundled(content));
  expect(inBundle.html.length).toBeGreaterThan(1000);
  expect(inBundle).toEqual(await mailBy({ compileContent, renderContent }));
}, 60_000);

test("a use of something left out fails by name", async () => {
  const { inline } = await bundled<{ inline: () => string }>(`
    const cheerio = require("cheerio");
    export const inline = () => cheerio.load("<p>").html();
  `);
  expect(inline).toThrow(/load is of a package that is left out of the bundles/);
}, 60_000);
