import { beforeAll, describe, expect, it } from "vitest";
import { readContact } from "../../../../functions/contacts/store.ts";
import { edgeTables } from "../../../edge/support/direct-tables.ts";
import { BASE_URL, send, sendForm, sendJson } from "../../../edge/support/gateway.ts";
import { sessionCookieOf, somebodyTrying } from "../../../edge/support/people.ts";

const tables = edgeTables();
const ids: Record<string, string> = {};
let cookies: string[] = [];

beforeAll(async () => {
  for (const name of ["ana", "bo"]) ids[name] = (await somebodyTrying(`${name}@example.com`, name)).id;
  cookies = [await sessionCookieOf(ids.ana ?? "")];
});

const patch = (change: object, headers: Record<string, string> = { origin: BASE_URL }) =>
  sendJson("PATCH", "/v1/me", change, { cookies, headers });

describe("a member", () => {
  it("sees the own standing whoever is named in query, headers or body", async () => {
    const query = `?id=${ids.bo}&contactId=${ids.bo}&email=bo@example.com&userId=${ids.bo}`;
    const headers = { "x-contact-id": ids.bo ?? "", "x-user": "bo@example.com" };
    for (const path of ["/v1/me", "/v1/me/ledger", "/v1/me/referrals", "/me"]) {
      const { statusCode, body } = await send({
        method: "GET",
        path: path + query,
        cookies,
        headers,
        body: `{"id":"${ids.bo}"}`,
      });
      expect(statusCode).toBe(200);
      expect(body).not.toContain("bo@example.com");
      if (path === "/v1/me") expect(JSON.parse(body ?? "")).toMatchObject({ id: ids.ana, email: "ana@example.com" });
    }
  });

  it("changes name, language and zone of nobody else, and nothing else", async () => {
    const bo = await readContact(ids.bo ?? "");
    expect((await patch({ name: "Ana Q.", locale: "zh-CN", timezone: "Asia/Shanghai" })).statusCode).toBe(200);
    expect(await readContact(ids.ana ?? "")).toMatchObject({
      name: "Ana Q.",
      locale: "zh-CN",
      timezone: "Asia/Shanghai",
    });
    expect(await readContact(ids.bo ?? "")).toEqual(bo);
    const before = tables.picture();
    const tries = [
      { id: ids.bo },
      { contactId: ids.bo, name: "x" },
      { email: "bo@example.com" },
      { role: "admin" },
      { consent: { marketing: true } },
      { points: 1e9 },
      { locale: "fr" },
      { name: "x".repeat(101) },
      { timezone: "<b>" },
    ];
    for (const change of tries) expect((await patch(change)).statusCode, JSON.stringify(change)).toBe(422);
    expect(tables.picture()).toBe(before);
  });

  it("is not changed by another site's page", async () => {
    const before = tables.picture();
    expect((await patch({ name: "Mallory" }, { origin: "https://evil.example" })).statusCode).toBe(403);
    const headers = { origin: "https://evil.example" };
    expect((await sendForm("/me/language", { locale: "en" }, { cookies, headers })).statusCode).toBe(403);
    expect(tables.picture()).toBe(before);
  });

  it("finds links of the configured address only, whatever host the request names", async () => {
    const headers = { host: "evil.example", "x-forwarded-host": "evil.example", forwarded: "host=evil.example" };
    const { body = "" } = await send({ method: "GET", path: "/v1/me", cookies, headers });
    expect(JSON.parse(body).referral.link).toMatch(/^https:\/\/tastemaker\.example\/r\//);
    expect((await send({ method: "GET", path: "/me", cookies, headers })).body).not.toContain("evil.example");
  });
});
