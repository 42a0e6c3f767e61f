import { describe, expect, it } from "vitest";
import { responseHeaders } from "../../../local/edge/response-headers.ts";

const apply = responseHeaders({
  Name: "Pages",
  SecurityHeadersConfig: {
    ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'", Override: true },
    ContentTypeOptions: { Override: true },
    FrameOptions: { FrameOption: "DENY", Override: false },
    StrictTransportSecurity: { AccessControlMaxAgeSec: 60, IncludeSubdomains: true, Preload: false, Override: true },
  },
  CustomHeadersConfig: { Items: [{ Header: "Permissions-Policy", Value: "camera=()", Override: true }] },
  RemoveHeadersConfig: { Items: [{ Header: "X-Powered-By" }] },
});

const headersOf = (...given: [string, string][]) =>
  Object.fromEntries(apply({ status: 200, headers: given, body: Buffer.alloc(0) }).headers);

describe("the headers that the distribution adds", () => {
  it("are all of its policy", () => {
    expect(headersOf()).toEqual({
      "content-security-policy": "default-src 'none'",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "strict-transport-security": "max-age=60; includeSubDomains",
      "permissions-policy": "camera=()",
    });
  });

  it("replace the origin's where the policy overrides, and give way where it does not", () => {
    const headers = headersOf(["content-security-policy", "default-src *"], ["x-frame-options", "SAMEORIGIN"]);
    expect(headers["content-security-policy"]).toBe("default-src 'none'");
    expect(headers["x-frame-options"]).toBe("SAMEORIGIN");
  });

  it("take away what is to be removed", () => {
    expect(headersOf(["x-powered-by", "me"])).not.toHaveProperty("x-powered-by");
  });
});
