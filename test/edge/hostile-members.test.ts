import { beforeAll, it } from "vitest";
import { edgeTables } from "./support/direct-tables.ts";
import type { Good } from "./support/hostile-requests.ts";
import { expectUnharmed, runHostile } from "./support/hostile-run.ts";
import { sessionCookieOf, signInToken, somebodyTrying } from "./support/people.ts";

const tables = edgeTables();
let cookies: string[] = [];
let id = "";

beforeAll(async () => {
  id = (await somebodyTrying("ana@example.com", "Ana")).id;
  cookies = [await sessionCookieOf(id)];
});

it("signing in and out bears any address, token and form", { timeout: 600_000 }, async () => {
  const run = await runHostile(tables, "sign-in", [
    () => ({ method: "GET", path: "/sign-in", query: { t: "x" } }),
    () => ({ method: "POST", path: "/v1/sign-in", json: { email: "ana@example.com" } }),
    () => ({ method: "POST", path: "/sign-in", form: { email: "ana@example.com", locale: "en" } }),
    async () => ({ method: "POST", path: "/sign-in", form: { t: await signInToken(id, Math.random() * 600) } }),
    () => ({ method: "POST", path: "/sign-out", cookies: ["__Host-session=nobody"] }),
  ]);
  expectUnharmed(run, [200, 202, 303, 400, 403, 413, 422]);
});

it("the portal and the member's API bear any cursor and body", { timeout: 600_000 }, async () => {
  const get =
    (path: string, query: Record<string, string> = {}) =>
    (): Good => ({ method: "GET", path, query, cookies });
  let wishes = 0;
  const wish = () => ({ "idempotency-key": `w-${wishes++ % 50}` });
  const run = await runHostile(tables, "the portal", [
    get("/me", { next: "WyJlbnRfMCJd", saved: "language", lang: "zh-CN" }),
    get("/me/{}"),
    get("/v1/me"),
    get("/v1/me/{}"),
    get("/v1/me/ledger", { next: "WyJlbnRfMCJd", limit: "10" }),
    get("/v1/me/referrals", { next: "WyJmcmllbmQjIl0", limit: "10" }),
    () => ({
      method: "PATCH",
      path: "/v1/me",
      json: { name: "Ana", locale: "en", timezone: "Europe/Berlin" },
      cookies,
    }),
    () => ({ method: "POST", path: "/me/language", form: { locale: "zh-CN" }, cookies }),
    get("/v1/me/rewards"),
    get("/v1/me/redemptions"),
    () => ({ method: "POST", path: "/v1/me/redemptions", json: { rewardId: "workbook" }, cookies, headers: wish() }),
    () => ({ method: "POST", path: "/me/redemptions", form: { reward: "workbook", wish: "w" }, cookies }),
    () => ({ method: "POST", path: "/me/redemptions/cancel", form: { redemption: "red_0123456789" }, cookies }),
  ]);
  expectUnharmed(run, [200, 303, 400, 403, 404, 409, 422]);
});
