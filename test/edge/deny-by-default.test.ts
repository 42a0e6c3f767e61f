import { beforeAll, describe, expect, it } from "vitest";
import { endSession } from "../../functions/access/end-session.ts";
import { secondsAfter } from "../../functions/platform/clock.ts";
import type { HttpResponse } from "../../functions/platform/http-handler.ts";
import { productMail } from "../support/product-mail.ts";
import { type Call, type Caller, everyCall, nobodysCalls } from "./support/callers.ts";
import { edgeTables } from "./support/direct-tables.ts";
import { allRouteKeys, type Sent, send } from "./support/gateway.ts";
import { bearer, sessionCookieOf, somebodyTrying } from "./support/people.ts";

const tables = edgeTables();
const mail = productMail();
beforeAll(() => {
  process.env.SENDER_ADDRESS = "hello@lantern.example";
  mail.ses().store.account.verify("lantern.example");
});
type Proof = Pick<Sent, "headers" | "cookies">;
const proofs: Record<string, Proof> = {};
const OWNER = "owner@example.com";

beforeAll(async () => {
  const ana = await somebodyTrying("ana@example.com", "Ana");
  const owner = await somebodyTrying(OWNER);
  const gone = await somebodyTrying("gone@example.com");
  const past = secondsAfter(new Date().toISOString(), -1);
  const ended = await sessionCookieOf(ana.id);
  const endedStaff = await sessionCookieOf(owner.id, { role: "admin" });
  for (const cookie of [ended, endedStaff]) await endSession(cookie.split("=")[1]);
  const member = await sessionCookieOf(ana.id);
  const key = await bearer();
  const secret = key.slice("Bearer ".length);
  Object.assign(proofs, {
    nobody: {},
    member: { cookies: [member] },
    staff: { cookies: [await sessionCookieOf(owner.id, { role: "admin" })] },
    integrator: { headers: { authorization: key } },
    "an ended session": { cookies: [ended] },
    "an ended staff session": { cookies: [endedStaff] },
    "a session whose time is over": {
      cookies: [await sessionCookieOf(ana.id, { expiresAt: past })],
    },
    "a staff session whose time is over": {
      cookies: [await sessionCookieOf(owner.id, { role: "admin", expiresAt: past })],
    },
    "a session of staff who were let go": {
      cookies: [await sessionCookieOf(gone.id, { role: "admin" })],
    },
    "a session of nobody": { cookies: [await sessionCookieOf("con_0000000000nobody0000")] },
    "a session cookie sent twice": { cookies: [member, "__Host-session=other"] },
    "a session under another name": { cookies: [member.replace("__Host-", "")] },
    "a session cookie without its value": { cookies: ["__Host-session=", "__Host-session"] },
    "a key that was never made": { headers: { authorization: "Bearer tm_00000000000000000000000000000000" } },
    "a key without its scheme": { headers: { authorization: secret } },
    "a key as the password": { headers: { authorization: basic(`:${secret}`) } },
    "a key cut short": { headers: { authorization: key.slice(0, -1) } },
    "a key's hash": { headers: { authorization: `Bearer api-key#${secret}` } },
    "a basic header that is no base64": { headers: { authorization: "Basic %%%" } },
    "a session as a key": { headers: { authorization: `Bearer ${member.split("=")[1]}` } },
    "a key as a session": { cookies: [`__Host-session=${secret}`] },
  });
});

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString("base64")}`;

/** What opens nothing for an audience. */
const WRONG: Partial<Record<Caller, string[]>> = {
  member: [
    "nobody",
    "integrator",
    "an ended session",
    "a session whose time is over",
    "a session of nobody",
    "a session cookie sent twice",
    "a session under another name",
    "a session cookie without its value",
    "a key as a session",
  ],
  integrator: [
    "nobody",
    "member",
    "staff",
    "a key that was never made",
    "a key without its scheme",
    "a key as the password",
    "a key cut short",
    "a key's hash",
    "a basic header that is no base64",
    "a session as a key",
  ],
  staff: [
    "nobody",
    "member",
    "integrator",
    "an ended staff session",
    "a staff session whose time is over",
    "a session of staff who were let go",
    "a session of nobody",
    "a key as a session",
  ],
};

function attempt({ sent }: Pick<Call, "sent">, proof: Proof = {}): Promise<HttpResponse> {
  return send({ ...sent, headers: { ...sent.headers, ...proof.headers }, cookies: proof.cookies ?? [] });
}

it("it is said of every route who may call it", () => {
  expect([...new Set(everyCall.map(({ key }) => key)), "GET /me/{proxy+}"].sort()).toEqual(
    allRouteKeys.map(({ key }) => key).sort(),
  );
});

describe.each(["member", "integrator", "staff"] as const)("what is for %s", (audience) => {
  const own = everyCall.filter(({ caller }) => caller === audience);

  it.each(WRONG[audience] ?? [])("stays closed for %s, and nothing changes", async (name) => {
    const before = tables.picture();
    for (const call of own) {
      const answer = await attempt(call, proofs[name]);
      const told = `${call.sent.method} ${call.sent.path} for ${name}: ${answer.statusCode} ${answer.body}`;
      if (call.page) {
        expect([answer.statusCode, answer.headers?.location], told).toEqual([303, "/sign-in"]);
      } else {
        expect([401, 403], told).toContain(answer.statusCode);
        expect(answer.headers?.["content-type"], told).toBe("application/problem+json");
        expect(JSON.parse(answer.body ?? ""), told).toMatchObject({
          status: answer.statusCode,
          code: expect.any(String),
        });
      }
      expect(answer.headers?.["cache-control"], told).toBe("no-store");
      expect(answer.cookies ?? [], told).toEqual([]);
    }
    expect(tables.picture()).toBe(before);
  });

  it("opens for whom it is for", async () => {
    for (const call of own.filter(({ sent }) => sent.method === "GET")) {
      const { statusCode, body } = await attempt(call, proofs[audience]);
      // A contact or template that does not exist is told to whoever may ask.
      expect([200, 404], `${call.sent.path}: ${body}`).toContain(statusCode);
    }
  });
});

it("a console route that changes something is refused without the browser's word that our own page asked", async () => {
  const before = tables.picture();
  for (const { sent } of everyCall.filter(({ caller, sent }) => caller === "staff" && sent.method !== "GET")) {
    for (const site of [undefined, "cross-site", "same-site", "none"]) {
      const { "sec-fetch-site": _, ...headers } = sent.headers ?? {};
      const answer = await attempt(
        { sent: { ...sent, headers: { ...headers, ...(site ? { "sec-fetch-site": site } : {}) } } },
        proofs.staff,
      );
      expect(answer.statusCode, sent.path).toBe(403);
    }
  }
  expect(tables.picture()).toBe(before);
});

it.each(["nobody", "member", "staff", "integrator"])(
  "what nobody answers is a clear 404 or 405 for %s",
  async (name) => {
    for (const sent of nobodysCalls) {
      const answer = await attempt({ sent }, proofs[name]);
      expect([401, 403, 404, 405], `${sent.method} ${sent.path}`).toContain(answer.statusCode);
    }
  },
);

it("an integrator's key works as a bearer and as the user name of Basic, as Segment's clients send it", async () => {
  const secret = proofs.integrator?.headers?.authorization?.slice("Bearer ".length) ?? "";
  for (const authorization of [`bearer ${secret}`, basic(`${secret}:`), basic(secret), basic(`${secret}:x:y`)]) {
    const answer = await send({
      method: "GET",
      path: "/v1/contacts?email=ana%40example.com",
      headers: { authorization },
    });
    expect(answer.statusCode, authorization.split(" ")[0]).toBe(200);
  }
});
