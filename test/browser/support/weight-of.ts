import type { Page, Request } from "playwright-core";

/** How many bytes come over the line, heads and bodies, until a page is quiet. */
export async function weightOf(page: Page, path: string): Promise<number> {
  const requests: Request[] = [];
  page.on("requestfinished", (request) => requests.push(request));
  await page.goto(path, { waitUntil: "networkidle" });
  const sizes = await Promise.all(requests.map((request) => request.sizes()));
  return sizes.reduce(
    (sum, { responseBodySize, responseHeadersSize }) => sum + responseBodySize + responseHeadersSize,
    0,
  );
}
