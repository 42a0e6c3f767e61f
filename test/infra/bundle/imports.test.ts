import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Handlebars from "handlebars/runtime.js";
import { expect, test } from "vitest";
import { compilePage } from "../../../infra/bundle/compile-page.ts";
import style from "./pages/greeting.css";
import greeting from "./pages/greeting.hbs";

const data = { name: "O'Neil <script>", points: 1200 };
const helpers = { number: (value: number) => value.toLocaleString("en") };

test("a page imported in a test renders with the partials it uses, and escapes what people typed", () => {
  const partials = Object.fromEntries(
    Object.entries(greeting.partials).map(([name, specification]) => [name, Handlebars.template(specification)]),
  );
  const html = Handlebars.template(greeting)(data, { partials, helpers });
  expect(html).toContain("<h1>Hello</h1><b>*</b>");
  expect(html).toContain("<p>O&#x27;Neil &lt;script&gt; has 1,200 points.</p>");
});

test("a style sheet is imported as text", () => {
  expect(style).toContain("color: black");
});

test("a page that names a missing partial says which file to add", async () => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "page-")), "page.hbs");
  await writeFile(file, "{{> footer}}");
  await expect(compilePage(file)).rejects.toThrow(/partial "footer".*partials\/footer\.hbs: add the file/);
});
