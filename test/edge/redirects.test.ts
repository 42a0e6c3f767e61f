import { beforeAll, describe, expect, it } from "vitest";
import { edgeTables } from "./support/direct-tables.ts";
import { send, sendForm } from "./support/gateway.ts";
import { encoded } from "./support/hostile-bodies.ts";
import { sessionCookieOf, signInToken, somebodyTrying } from "./support/people.ts";

const tables = edgeTables();
let cookies: string[] = [];
let id = "";
beforeAll(async () => {
  id = (await somebodyTrying("ana@example.com", "Ana")).id;
  cookies = [await sessionCookieOf(id)];
});

const ELSEWHERE = [
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "https://evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  "..//evil.example",
  "..\\/evil.example",
  "\t//evil.example",
  "@evil.example",
  "ANA\r\nLocation: https://evil.example",
  "ANA\nSet-Cookie: a=b",
  "ANA;Domain=evil.example",
  "ANA&next=//evil.example",
  "%2f%2fevil.example",
  "x".repeat(65),
  "",
];

/** Every place a page leads to by itself or by a press. */
function targetsIn(body: string): string[] {
  const plain = body.replaceAll("&#x3D;", "=").replaceAll("&amp;", "&");
  return [...plain.matchAll(/(?:href|action|src|formaction)="([^"]*)"/g)].map(([, target = ""]) => target);
}

/** Our own pages, and the ways of sharing and calling that the pages offer; nowhere that a request could name. */
function staysHere(target: string): boolean {
  const { protocol, hostname } = new URL(target, "https://tastemaker.example");
  return ["https:", "tel:", "mailto:"].includes(protocol) && !hostname.includes("evil");
}

describe("a referral link", () => {
  it("leads to the offer here, whatever its code is, and keeps only what looks like a code", async () => {
    for (const code of ELSEWHERE) {
      if (encoded(code) === "") continue;
      const answer = await send({ method: "GET", path: `/r/${encoded(code)}` });
      expect([answer.statusCode, answer.headers?.location, answer.cookies], code).toEqual([303, "/", undefined]);
    }
    const good = await send({ method: "GET", path: "/r/ANA-7QK2" });
    expect(good.headers?.location).toBe("/?ref=ANA-7QK2");
    expect(good.cookies).toEqual([expect.stringMatching(/^__Host-ref=ANA-7QK2; Path=\/; Max-Age=2592000; Secure;/)]);
  });
});

describe("a page", () => {
  it.each(["lang", "ref", "via", "next", "saved", "utm_source", "t", "returnTo", "redirect"])(
    "leads nowhere else by ?%s=",
    async (name) => {
      for (const value of ELSEWHERE) {
        const query = `?${name}=${encoded(value)}`;
        for (const path of ["/", "/o/free-lessons", "/sign-in", "/confirm", "/unsubscribe", "/preferences", "/me"]) {
          const { statusCode, headers, body = "" } = await send({ method: "GET", path: path + query, cookies });
          expect(headers?.location, path + query).toBeUndefined();
          expect(statusCode, path + query).toBeLessThan(500);
          for (const target of targetsIn(body)) expect(staysHere(target), `${path}${query} → ${target}`).toBe(true);
        }
      }
    },
    60_000,
  );

  it("of an offer that is none leads nowhere else by its own address", async () => {
    for (const name of ELSEWHERE.filter((each) => encoded(each) !== "")) {
      const { statusCode, body = "" } = await send({ method: "GET", path: `/o/${encoded(name)}` });
      expect(statusCode).toBe(404);
      expect(body.startsWith("<!DOCTYPE html>")).toBe(true);
      for (const target of targetsIn(body)) expect(staysHere(target), `${name} → ${target}`).toBe(true);
    }
  });
});

describe("a sign-in", () => {
  it("leads to the portal or the console, whatever the request asks for", async () => {
    for (const name of ["next", "returnTo", "redirect", "url"]) {
      const fields = { t: await signInToken(id, Math.random() * 600), [name]: "//evil.example" };
      const answer = await sendForm(`/sign-in?${name}=//evil.example`, fields);
      expect([answer.statusCode, answer.headers?.location]).toEqual([303, "/me"]);
    }
  });
});

describe("what a request says of its host", () => {
  const POISON = {
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "http",
    "x-host": "evil.example",
    forwarded: "host=evil.example;proto=http",
    "x-original-url": "//evil.example/",
    "x-rewrite-url": "//evil.example/",
  };

  it("stands in no page and no redirect", async () => {
    for (const path of ["/", "/o/none", "/sign-in", "/confirm?t=x", "/unsubscribe?t=x", "/me", "/r/ANA"]) {
      for (const proof of [[], cookies]) {
        const answer = await send({ method: "GET", path, headers: POISON, cookies: proof });
        expect(JSON.stringify(answer), path).not.toContain("evil.example");
      }
    }
  });

  it("stands in nothing that a mail is later made of", async () => {
    await sendForm("/trials", { email: "kim@example.com", "consent.marketing": "true" }, { headers: { ...POISON } });
    await sendForm("/sign-in", { email: "kim@example.com" }, { headers: { ...POISON } });
    expect(tables.picture()).toContain("kim@example.com");
    expect(tables.picture()).not.toContain("evil.example");
  });
});

describe("every page", () => {
  it("is kept by no cache, shown in no frame, and runs no script but ours", async () => {
    for (const path of ["/", "/o/none", "/sign-in", "/confirm?t=x", "/unsubscribe?t=x", "/preferences?t=x", "/me"]) {
      const { headers, body = "" } = await send({ method: "GET", path, cookies });
      expect(headers, path).toMatchObject({
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "content-type": "text/html; charset=utf-8",
      });
      expect(headers?.["content-security-policy"]).toMatch(
        /default-src 'none'.*base-uri 'none'; frame-ancestors 'none'/,
      );
      expect(headers?.["content-security-policy"]).not.toContain("unsafe");
      expect(body, path).not.toMatch(/<script(?![^>]*\bsrc=)|\son[a-z]+=|\sstyle=|href="javascript:/i);
    }
  });
});
