import { beforeAll, it } from "vitest";
import { edgeTables } from "./support/direct-tables.ts";
import { BASE_URL } from "./support/gateway.ts";
import type { Good } from "./support/hostile-requests.ts";
import { expectUnharmed, runHostile } from "./support/hostile-run.ts";
import { sessionCookieOf, somebodyTrying } from "./support/people.ts";

const tables = edgeTables();
const OWNER = "owner@example.com";
let cookies: string[] = [];
let id = "";
let made = 0;

beforeAll(async () => {
  id = (await somebodyTrying("ana@example.com", "Ana")).id;
  const owner = await somebodyTrying(OWNER);
  cookies = [await sessionCookieOf(owner.id, { role: "admin" })];
});

const headers = { "sec-fetch-site": "same-origin", origin: BASE_URL, "idempotency-key": "k" };
const get =
  (path: string, query: Record<string, string> = {}) =>
  (): Good => ({ method: "GET", path: path.replace("{id}", id), query, cookies, headers });
const write = (method: string, path: string, json: Record<string, unknown>) => (): Good => ({
  method,
  path,
  json,
  cookies,
  headers,
});

it("the console's look-ups bear any id, cursor and filter", { timeout: 600_000 }, async () => {
  const run = await runHostile(tables, "the console", [
    get("/v1/console/session"),
    get("/v1/console/contacts", { limit: "10", next: "2026-11", email: "ana@example.com" }),
    get("/v1/console/contacts/{}"),
    get("/v1/console/contacts/{id}"),
    get("/v1/console/contacts/{id}/timeline", { limit: "10", next: "2026-11-20T10:00:00.000Z", kind: "event" }),
    get("/v1/console/contacts/{}/timeline"),
    get("/v1/console/mail/holds"),
    get("/v1/console/mail/reconciliation"),
    write("POST", "/v1/console/mail/holds/resume", { source: "everything" }),
    get("/v1/console/mail/unknown", { limit: "10", next: "W10" }),
    () =>
      write("POST", "/v1/console/mail/unknown/settle", {
        contactId: id,
        id: "msg_00000000000000000000000000",
        decision: "once-more",
        because: "she asked by telephone",
      })(),
    get("/v1/console/suppressions", { limit: "10", next: "W10", email: "ana@example.com" }),
    get("/v1/console/costs"),
    get("/v1/console/redemptions", { limit: "10", next: "W10" }),
    write("POST", "/v1/console/redemptions/fulfil", { contactId: "con_0000000000", redemptionId: "red_0000000000" }),
    write("POST", "/v1/console/redemptions/cancel", {
      contactId: "con_0000000000",
      redemptionId: "red_0000000000",
      reason: "out of print",
    }),
    write("PUT", "/v1/console/costs/budget", { amountMinor: 5000, warnAtPercent: 80 }),
    get("/v1/console/{}"),
  ]);
  expectUnharmed(run, [200, 404, 422]);
});

it("the list of suppressed addresses bears any address, reason and confirmation", { timeout: 600_000 }, async () => {
  const email = () => `gone${made++ % 40}@example.com`;
  const add = () => write("POST", "/v1/console/suppressions", { email: email(), note: "asked by telephone" })();
  const lift = (): Good => {
    const because = "it was a mistake";
    return write("POST", "/v1/console/suppressions/lift", { email: email(), confirmation: email(), because })();
  };
  const run = await runHostile(tables, "suppressed addresses", [add, lift]);
  expectUnharmed(run, [201, 400, 409, 422]);
});

it("the import of suppression lists bears any id, row and place", { timeout: 600_000 }, async () => {
  const list = "0123456789abcdef0123456789abcdef";
  const rows = [{ email: "gone@example.com", reason: "spam", at: "2024-03-01" }];
  const otherwise = "manual";
  const run = await runHostile(tables, "suppression lists", [
    write("POST", "/v1/console/suppressions/imports/check", { otherwise, rows }),
    write("PUT", `/v1/console/suppressions/imports/${list}`, { fileName: "list.csv", rows: 5, otherwise }),
    write("POST", `/v1/console/suppressions/imports/${list}/rows`, { from: 0, rows }),
    write("POST", "/v1/console/suppressions/imports/{}/rows", { from: 0, rows }),
  ]);
  expectUnharmed(run, [200, 400, 404, 422]);
});

it("the templates room bears any name and body", { timeout: 600_000 }, async () => {
  const source = { mjml: { en: "<mj-text>x</mj-text>" }, subject: { en: "x" } };
  const run = await runHostile(tables, "the templates room", [
    get("/v1/console/templates"),
    get("/v1/console/templates/{}"),
    write("PUT", "/v1/console/templates/{}/draft", { source, basedOn: 0 }),
    write("PUT", "/v1/console/templates/welcome/draft", { source, basedOn: 0 }),
    write("PUT", "/v1/console/templates/{}/lock", { locked: true }),
    write("POST", "/v1/console/templates/welcome/preview", { source, locale: "en" }),
    write("POST", "/v1/console/templates/welcome/publish", { version: 1 }),
    write("POST", "/v1/console/templates/{}/publish", { version: 1 }),
    write("POST", "/v1/console/templates/{}/rollback", { version: 1 }),
    write("POST", "/v1/console/templates/{}/test", { to: OWNER, locale: "en" }),
  ]);
  expectUnharmed(run, [200, 404, 422]);
});
