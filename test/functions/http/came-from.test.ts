import { describe, expect, it } from "vitest";
import { cameFrom } from "../../../functions/http/came-from.ts";

const base = "https://tastemaker.example/";
const here = "https://tastemaker.example";
const from = (headers: Record<string, string>) => cameFrom({ headers }, base);

describe("a request comes from", () => {
  it("our own page, when the browser says so, or at least names our origin", () => {
    expect(from({ "sec-fetch-site": "same-origin" })).toBe("our-page");
    expect(from({ "sec-fetch-site": "same-origin", origin: "null" })).toBe("our-page");
    expect(from({ origin: here })).toBe("our-page");
  });

  it.each([
    ["another site", { "sec-fetch-site": "cross-site", origin: here }],
    ["another host of the same company", { "sec-fetch-site": "same-site" }],
    ["the address bar", { "sec-fetch-site": "none" }],
    ["another origin in an older browser", { origin: "https://evil.example" }],
    ["a look-alike origin", { origin: "https://tastemaker.example.evil.example" }],
    ["the same host without encryption", { origin: "http://tastemaker.example" }],
    ["a sandboxed frame", { origin: "null" }],
    ["an empty origin", { origin: "" }],
  ])("elsewhere, when it is %s", (_, headers) => {
    expect(from(headers as Record<string, string>)).toBe("elsewhere");
  });

  it("a client that does not say, because it is no browser", () => {
    expect(from({})).toBe("unsaid");
  });
});
