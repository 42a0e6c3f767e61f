import { describe, expect, it } from "vitest";
import { attributionCookie, attributionOf } from "../../../functions/http/attribution-cookie.ts";
import { cookieOf, setCookie } from "../../../functions/http/cookies.ts";
import { endedSessionCookie, sessionCookie, sessionOf } from "../../../functions/http/session-cookie.ts";

describe("cookies", () => {
  it("are bound to this host, out of reach of scripts and of other sites' forms", () => {
    expect(sessionCookie("s3cret", 600)).toBe(
      "__Host-session=s3cret; Path=/; Max-Age=600; Secure; HttpOnly; SameSite=Lax",
    );
  });

  it("are read back by name", () => {
    expect(sessionOf({ cookies: ["a=1", "__Host-session=s3cret"] })).toBe("s3cret");
    expect(cookieOf({ cookies: ["a=b=c"] }, "a")).toBe("b=c");
  });

  it("count for nothing when sent twice, empty or not at all", () => {
    expect(sessionOf({ cookies: ["__Host-session=one", "__Host-session=two"] })).toBeUndefined();
    expect(sessionOf({ cookies: ["__Host-session="] })).toBeUndefined();
    expect(sessionOf({ cookies: ["__Host-session"] })).toBeUndefined();
    expect(sessionOf({})).toBeUndefined();
  });

  it("never carry a value that could begin another attribute or header", () => {
    for (const value of ["a;b", "a\r\nset-cookie: x=y", "a b", "a,b"]) {
      expect(() => setCookie({ name: "__Host-x", value, maxAgeSeconds: 1 })).toThrow(/letters/);
    }
  });

  it("leave the browser on signing out", () => {
    expect(endedSessionCookie()).toContain("Max-Age=0");
  });
});

describe("the cookie of the advocate's link", () => {
  it("keeps the code for the days of the attribution window", () => {
    expect(attributionCookie("ANA-7QK2", 30)).toContain("__Host-ref=ANA-7QK2; Path=/; Max-Age=2592000;");
    expect(attributionOf({ cookies: ["__Host-ref=ANA-7QK2"] })).toBe("ANA-7QK2");
  });

  it("is ignored when it does not look like a code", () => {
    expect(attributionOf({ cookies: ["__Host-ref=<script>"] })).toBeUndefined();
    expect(attributionOf({ cookies: [`__Host-ref=${"a".repeat(65)}`] })).toBeUndefined();
  });
});
