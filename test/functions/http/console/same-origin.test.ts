import { describe, expect, it } from "vitest";
import { isSameOrigin } from "../../../../functions/http/console/same-origin.ts";

const base = "https://tastemaker.example";
const from = (headers: Record<string, string>) => isSameOrigin({ headers }, base);

describe("a change in the console", () => {
  it("is taken from the console's own page", () => {
    expect(from({ "sec-fetch-site": "same-origin" })).toBe(true);
    expect(from({ origin: base })).toBe(true);
  });

  it.each([
    ["another site", { "sec-fetch-site": "cross-site", origin: base }],
    ["another host of the same company", { "sec-fetch-site": "same-site" }],
    ["the address bar", { "sec-fetch-site": "none" }],
    ["another origin in an older browser", { origin: "https://evil.example" }],
    ["a look-alike origin", { origin: "https://tastemaker.example.evil.example" }],
    ["a sandboxed frame", { origin: "null" }],
    ["something that does not say where it comes from", {}],
  ])("is refused from %s", (_, headers) => {
    expect(from(headers as Record<string, string>)).toBe(false);
  });
});
