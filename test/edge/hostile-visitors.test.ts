import { beforeAll, it } from "vitest";
import { edgeTables } from "./support/direct-tables.ts";
import type { Good } from "./support/hostile-requests.ts";
import { expectUnharmed, runHostile } from "./support/hostile-run.ts";
import { somebodyAsking, somebodyTrying, tokenFor } from "./support/people.ts";

const tables = edgeTables();
const tokens: Record<string, string> = {};
let code = "";

beforeAll(async () => {
  const ana = await somebodyTrying("ana@example.com", "Ana");
  code = ana.code;
  tokens.confirm = await tokenFor("confirm", await somebodyAsking("bo@example.com"));
  tokens.unsubscribe = await tokenFor("unsubscribe", ana.id);
  tokens.preferences = await tokenFor("preferences", ana.id);
  tokens.follow = await tokenFor("follow-link", `${ana.id}~msg_1~1~en`);
});

const trialForm = {
  email: "kim@example.com",
  name: "Kim",
  offer: "free-lessons",
  locale: "en",
  ref: "ANA7QK2",
  "consent.marketing": "true",
};
const trialJson = { email: "kim@example.com", name: "Kim", offer: "free-lessons", consent: { marketing: true } };

it("landing pages and referral links bear any path, query and header", { timeout: 600_000 }, async () => {
  const run = await runHostile(tables, "landing pages", [
    () => ({ method: "GET", path: "/", query: { ref: code, utm_source: "x", lang: "en" } }),
    () => ({ method: "GET", path: "/o/{}", query: { ref: code } }),
    () => ({ method: "GET", path: "/o/free-lessons", query: { lang: "zh-CN" } }),
    () => ({ method: "GET", path: "/r/{}" }),
  ]);
  expectUnharmed(run, [200, 404]);
});

it("signing up bears any body", { timeout: 600_000 }, async () => {
  const run = await runHostile(tables, "sign-up", [
    () => ({ method: "POST", path: "/v1/trials", json: trialJson, query: { ref: code } }),
    () => ({ method: "POST", path: "/trials", form: trialForm }),
  ]);
  expectUnharmed(run, [202, 400, 413, 415, 422]);
});

it("the links of mails bear any token and form", { timeout: 600_000 }, async () => {
  const link = (path: string, form: Record<string, string>, inQuery = true): (() => Good)[] => {
    const t = () => tokens[path.slice(1)] ?? "";
    return [
      () => ({ method: "GET", path, query: { t: t() } }),
      () => ({ method: "POST", path, ...(inQuery ? { query: { t: t() }, form } : { form: { ...form, t: t() } }) }),
    ];
  };
  const run = await runHostile(tables, "links of mails", [
    ...link("/confirm", { locale: "en" }, false),
    ...link("/unsubscribe", { "List-Unsubscribe": "One-Click", reason: "too-many" }),
    ...link("/preferences", { act: "save", pace: "weekly", pause: "month", "topic.offers": "on", locale: "zh-CN" }),
  ]);
  expectUnharmed(run, [200, 400, 413, 415]);
});

it("links that lead on bear any link and token, and lead nowhere by them", { timeout: 600_000 }, async () => {
  const run = await runHostile(tables, "links that lead on", [
    () => ({ method: "GET", path: `/c/{}/${tokens.follow}` }),
    () => ({ method: "GET", path: "/c/k1/{}" }),
  ]);
  expectUnharmed(run, [400, 404]);
});
