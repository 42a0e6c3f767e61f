import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { docsPage } from "./docs-page.ts";
import { openApiDocument } from "./openapi-document.ts";

/** Writes the document and its reading page to dist/site; with --types also the committed client types. */
const root = new URL("../../", import.meta.url);
const document = openApiDocument();

mkdirSync(new URL("dist/site/docs/", root), { recursive: true });
writeFileSync(new URL("dist/site/openapi.json", root), `${JSON.stringify(document)}\n`);
writeFileSync(new URL("dist/site/docs/index.html", root), docsPage(document));
copyFileSync(new URL("docs.css", import.meta.url), new URL("dist/site/docs/docs.css", root));

if (process.argv.includes("--types")) {
  const { clientTypes } = await import("./client-types.ts");
  writeFileSync(new URL("web/api/schema.d.ts", root), await clientTypes());
}
