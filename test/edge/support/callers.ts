import { allRoutes } from "../../../functions/http/routes/all-routes.ts";
import type { Sent } from "./gateway.ts";

/** Who may call a route; the holder of a token proves nothing but what the token says. */
export type Caller = "public" | "token" | "member" | "integrator" | "staff";

/** One concrete request of a route that its own caller might make. */
export interface Call {
  key: string;
  caller: Caller;
  sent: Sent;
  /** A person at a browser is led to the sign-in page instead of getting a problem document. */
  page?: boolean;
}

const CONTACT = "con_0000000000aaaaaaaaaaaaaaaa";
const form = { "content-type": "application/x-www-form-urlencoded" };

const call = (
  caller: Caller,
  key: string,
  path = key.split(" ")[1] ?? "/",
  more: Partial<Call> & Partial<Sent> = {},
) => {
  const { page, body, headers } = more;
  const sent: Sent = { method: key.split(" ")[0] ?? "GET", path, headers: headers ?? {}, body };
  return { key, caller, sent, ...(page ? { page } : {}) };
};
const posted = (value: unknown) => ({
  headers: { "content-type": "application/json", "idempotency-key": "1" },
  body: JSON.stringify(value),
});
const about = { userId: "u-1", traits: { email: "new@example.com" } };

/** Every route of the product, except the console's, with who may call it. */
const calls: Call[] = [
  call("public", "GET /"),
  call("public", "GET /o/{offer}", "/o/free-lessons"),
  call("public", "POST /trials", "/trials", { headers: form, body: "email=a%40example.com" }),
  call("public", "POST /v1/trials", "/v1/trials", posted({ email: "a@example.com", consent: { marketing: false } })),
  call("public", "GET /r/{code}", "/r/ANA7QK2"),
  call("token", "GET /c/{link}/{token}", "/c/k1/x"),
  call("token", "GET /confirm", "/confirm?t=x"),
  call("token", "POST /confirm", "/confirm", { headers: form, body: "t=x" }),
  call("token", "GET /unsubscribe", "/unsubscribe?t=x"),
  call("token", "POST /unsubscribe", "/unsubscribe?t=x", { headers: form, body: "List-Unsubscribe=One-Click" }),
  call("token", "GET /preferences", "/preferences?t=x"),
  call("token", "POST /preferences", "/preferences?t=x", { headers: form, body: "act=stop" }),
  call("public", "GET /sign-in"),
  call("public", "POST /sign-in", "/sign-in", { headers: form, body: "email=a%40example.com" }),
  call("public", "POST /v1/sign-in", "/v1/sign-in", posted({ email: "a@example.com" })),
  call("public", "POST /sign-out"),
  call("member", "GET /me", "/me", { page: true }),
  call("member", "POST /me/{proxy+}", "/me/language", { page: true, headers: form, body: "locale=zh-CN" }),
  call("member", "GET /v1/me"),
  call("member", "PATCH /v1/me", "/v1/me", posted({ name: "Mallory" })),
  call("member", "GET /v1/me/{proxy+}", "/v1/me/ledger"),
  call("member", "GET /v1/me/{proxy+}", "/v1/me/referrals"),
  call("member", "GET /v1/me/{proxy+}", "/v1/me/rewards"),
  call("member", "GET /v1/me/{proxy+}", "/v1/me/redemptions"),
  call("member", "POST /me/redemptions/cancel", "/me/redemptions/cancel", {
    page: true,
    headers: form,
    body: "redemption=x",
  }),
  call("member", "POST /v1/me/redemptions", "/v1/me/redemptions", posted({ rewardId: "workbook" })),
  call("member", "POST /me/redemptions", "/me/redemptions", {
    page: true,
    headers: form,
    body: "reward=workbook&wish=1",
  }),
  call("integrator", "POST /v1/identify", "/v1/identify", posted(about)),
  call("integrator", "POST /v1/track", "/v1/track", posted({ ...about, event: "Seen" })),
  call("integrator", "POST /v1/batch", "/v1/batch", posted({ batch: [{ ...about, type: "identify" }] })),
  call("integrator", "GET /v1/contacts", "/v1/contacts?email=ana%40example.com"),
  call("integrator", "GET /v1/contacts/{id}", `/v1/contacts/${CONTACT}`),
  call("integrator", "GET /v1/contacts/{id}/timeline", `/v1/contacts/${CONTACT}/timeline`),
  call("integrator", "GET /v1/contacts/{id}/decisions", `/v1/contacts/${CONTACT}/decisions`),
  call("integrator", "GET /v1/members/{id}/balance", `/v1/members/${CONTACT}/balance`),
  call("integrator", "GET /v1/members/{id}/ledger", `/v1/members/${CONTACT}/ledger`),
  call("integrator", "POST /v1/points/adjustments", "/v1/points/adjustments", {
    ...posted({ contactId: CONTACT, points: 5, reason: "a gift" }),
  }),
  call("integrator", "GET /v1/suppressions", "/v1/suppressions?email=ana%40example.com"),
  call("integrator", "POST /v1/suppressions", "/v1/suppressions", posted({ email: "gone@example.com" })),
  call("integrator", "POST /v1/vouchers/{code}/uses", "/v1/vouchers/ABCD-EFGH-JKM23/uses", posted({ orderId: "1" })),
];

/** The console's routes, as the table that its door reads declares them. */
const consoleCalls: Call[] = allRoutes
  .filter(({ audience }) => audience === "staff")
  .map(({ method, path }) => {
    const key = routeKeyOf(path);
    const filled = path.replace("{id}", CONTACT).replaceAll(/\{\w+\}/g, "welcome");
    const more =
      method === "GET" ? {} : { headers: { ...posted({}).headers, "sec-fetch-site": "same-origin" }, body: "{}" };
    return { ...call("staff", key, filled, more), sent: { method, path: filled, ...more } };
  });

/** The gateway's route for a path of the console's API: the most particular one. */
function routeKeyOf(path: string): string {
  if (path === "/v1/console/sending") return `GET ${path}`;
  if (path === "/v1/console/templates") return `ANY ${path}`;
  return path.startsWith("/v1/console/templates/") ? "ANY /v1/console/templates/{proxy+}" : "ANY /v1/console/{proxy+}";
}

/** Every request of every route. */
export const everyCall: readonly Call[] = [...calls, ...consoleCalls];

/** Paths below a greedy route that nobody answers: closed like the rest. */
export const nobodysCalls: readonly Sent[] = [
  { method: "GET", path: "/me/secrets" },
  { method: "POST", path: "/me/" },
  { method: "GET", path: "/v1/me/ledger/.." },
  { method: "GET", path: "/v1/me/__proto__" },
  { method: "DELETE", path: "/v1/console/contacts/x" },
  { method: "POST", path: "/v1/console/constructor" },
  { method: "GET", path: "/v1/console/templates/welcome/../../session" },
];
