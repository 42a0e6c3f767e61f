import { describe, expect, it } from "vitest";
import { html, json, redirect } from "../../../functions/http/respond.ts";

describe("answers", () => {
  it("are pages that allow no foreign or inline script or style, and are kept by no cache", () => {
    const { statusCode, headers } = html(200, "<p>");
    expect(statusCode).toBe(200);
    expect(headers?.["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers?.["cache-control"]).toBe("no-store");
    expect(headers?.["content-security-policy"]).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'/);
    expect(headers?.["content-security-policy"]).not.toContain("unsafe");
    expect(headers?.["content-security-policy"]).toContain("frame-ancestors 'none'");
  });

  it("tell no other site the address of a page, which may carry a token", () => {
    expect(html(200, "").headers?.["referrer-policy"]).toBe("same-origin");
  });

  it("are JSON with cookies when asked for", () => {
    expect(json(202, { status: "confirmation-pending" }, { cookies: ["a=b"] })).toEqual({
      statusCode: 202,
      headers: {
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "content-type": "application/json",
      },
      body: '{"status":"confirmation-pending"}',
      cookies: ["a=b"],
    });
  });

  it("lead on to pages of this site", () => {
    expect(redirect("/o/free-lessons?ref=ANA")).toMatchObject({
      statusCode: 303,
      headers: { location: "/o/free-lessons?ref=ANA" },
    });
    expect(redirect("/").statusCode).toBe(303);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "evil",
    "",
    "/a\r\nx: y",
    "/\t/evil.example",
    "/ä",
  ])("never lead elsewhere: %j", (path) => {
    expect(() => redirect(path)).toThrow(/path of this site/);
  });
});
