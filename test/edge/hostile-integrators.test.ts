import { beforeAll, it } from "vitest";
import { edgeTables } from "./support/direct-tables.ts";
import type { Good } from "./support/hostile-requests.ts";
import { expectUnharmed, runHostile } from "./support/hostile-run.ts";
import { bearer, somebodyTrying } from "./support/people.ts";

const tables = edgeTables();
let headers: Record<string, string> = {};
let contactId = "";
let made = 0;

beforeAll(async () => {
  headers = { authorization: await bearer() };
  contactId = (await somebodyTrying("ana@example.com", "Ana")).id;
});

const person = { userId: "u-1", traits: { email: "ana@example.com", name: "Ana", locale: "en", timezone: "UTC" } };
const envelope = () => ({
  ...person,
  messageId: `m-${made++ % 300}`,
  timestamp: "2026-11-20T10:00:00.000Z",
  context: { library: { name: "x" }, traits: { email: "ana@example.com" } },
  integrations: { All: true },
});
const products = [{ product_id: "course-a1", price: 19.9, quantity: 2 }];
const reports = () => [
  {
    ...envelope(),
    event: "Order Completed",
    properties: { order_id: `o-${made % 200}`, total: 39.8, currency: "EUR", products },
  },
  {
    ...envelope(),
    event: "Order Refunded",
    properties: { order_id: `o-${made % 200}`, refund_id: `r-${made}`, products },
  },
  {
    ...envelope(),
    event: "Product Reviewed",
    properties: { product_id: "p", review_id: `v-${made}`, rating: 5, review_body: "good" },
  },
  { ...envelope(), event: "Trial Used", properties: { offer: "free-lessons" } },
  { ...envelope(), event: "Lesson Watched", properties: { minutes: 12, of: { title: "Greetings", tags: ["a", "b"] } } },
];
const anyReport = () => reports()[made % 5] as Record<string, unknown>;

// A person who is told of is known from then on, even where the thing told contradicts what was told before.
const mayChangeWhenRefused = ({ body = "" }: { body?: string }) =>
  /"code":"(order-differs|identity-conflict|refund-exceeds-order|no-trial)"/.test(body);

it("reports bear any body", { timeout: 600_000 }, async () => {
  const track = (): Good => ({ method: "POST", path: "/v1/track", json: anyReport(), headers });
  const batch = (): Good => {
    const items = [anyReport(), { type: "identify", ...envelope() }, { type: "track", ...anyReport() }];
    return { method: "POST", path: "/v1/batch", json: { batch: items, sentAt: "x", writeKey: "k" }, headers };
  };
  const run = await runHostile(
    tables,
    "reports",
    [track, track, batch, () => ({ method: "POST", path: "/v1/identify", json: envelope(), headers })],
    mayChangeWhenRefused,
  );
  expectUnharmed(run, [200, 400, 413, 415, 422]);
});

it("look-ups and adjustments bear any id, cursor, key and body", { timeout: 600_000 }, async () => {
  const look = (path: string) => (): Good => ({
    method: "GET",
    path,
    query: { limit: "10", next: "WyJlbnRfMCJd" },
    headers,
  });
  const own = (path: string) => (): Good => look(path.replace("{id}", contactId))();
  const adjust = (): Good => ({
    method: "POST",
    path: "/v1/points/adjustments",
    json: { contactId, points: 5, reason: "a gift" },
    headers: { ...headers, ...(made++ % 4 === 0 ? {} : { "idempotency-key": `k-${made % 500}` }) },
  });
  const run = await runHostile(tables, "look-ups and adjustments", [
    look("/v1/contacts/{}"),
    look("/v1/contacts/{}/timeline"),
    look("/v1/members/{}/ledger"),
    own("/v1/contacts/{id}/timeline"),
    own("/v1/contacts/{id}/decisions"),
    own("/v1/members/{id}/ledger"),
    own("/v1/members/{id}/balance"),
    () => ({ method: "GET", path: "/v1/contacts", query: { email: "ana@example.com" }, headers }),
    adjust,
    adjust,
    () => ({
      method: "POST",
      path: "/v1/vouchers/ABCD-EFGH-JKM23/uses",
      json: { orderId: `o-${made++ % 500}` },
      headers,
    }),
  ]);
  expectUnharmed(run, [200, 201, 404, 422]);
});

it("suppressions bear any address, reason and key", { timeout: 600_000 }, async () => {
  const run = await runHostile(tables, "suppressions", [
    () => ({ method: "GET", path: "/v1/suppressions", query: { email: `gone${made++ % 40}@example.com` }, headers }),
    () => ({
      method: "POST",
      path: "/v1/suppressions",
      json: { email: `gone${made++ % 40}@example.com`, reason: "complaint" },
      headers: { ...headers, ...(made % 4 === 0 ? {} : { "idempotency-key": `s-${made % 500}` }) },
    }),
  ]);
  expectUnharmed(run, [201, 404, 422]);
});

it("a key bears any form", { timeout: 600_000 }, async () => {
  const run = await runHostile(tables, "keys", [
    () => ({
      method: "GET",
      path: "/v1/contacts/{}",
      headers: { authorization: `Bearer ${"x".repeat(made++ % 9000)}` },
    }),
    () => ({ method: "POST", path: "/v1/track", json: anyReport(), headers: { authorization: "Basic \u0000%%" } }),
    () => ({ method: "POST", path: "/v1/batch", json: { batch: [anyReport()] } }),
  ]);
  expectUnharmed(run, [401]);
});
