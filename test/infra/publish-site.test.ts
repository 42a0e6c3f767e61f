import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { siteFiles } from "../../infra/publish-site.ts";

function site(...names: string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), "site-"));
  for (const name of names) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), "");
  }
  return folder;
}

test("the console's document appears only after the files it refers to, and is asked for anew each time", async () => {
  const files = await siteFiles(site("console/index.html", "console/assets/main-1a2b.js", "assets/page.css"));
  expect(files).toEqual([
    { key: "assets/page.css", contentType: "text/css; charset=utf-8", cacheControl: "public, max-age=300" },
    {
      key: "console/assets/main-1a2b.js",
      contentType: "text/javascript; charset=utf-8",
      cacheControl: "public, max-age=31536000, immutable",
    },
    { key: "console/index.html", contentType: "text/html; charset=utf-8", cacheControl: "no-cache" },
  ]);
});

test("a file of a kind that browsers would not be told about is refused", async () => {
  await expect(siteFiles(site("assets/notes.docx"))).rejects.toThrow(/add the content type of \.docx/);
});
