import type { FunctionName } from "../engine/function-list.ts";

// The API lets every request through to its function; there is no authorizer. Each function denies by default and checks
// the session, key or token itself, so that the local product and the cloud refuse the same requests.
/** Which function answers which requests. */
export const routes = {
  "landing-page": ["GET /", "GET /o/{offer}"],
  "sign-up": ["POST /trials", "POST /v1/trials"],
  confirm: ["GET /confirm", "POST /confirm"],
  "referral-link": ["GET /r/{code}"],
  "follow-link": ["GET /c/{link}/{token}"],
  unsubscribe: ["GET /unsubscribe", "POST /unsubscribe"],
  preferences: ["GET /preferences", "POST /preferences"],
  "sign-in": ["GET /sign-in", "POST /sign-in", "POST /v1/sign-in", "POST /sign-out"],
  portal: ["GET /me", "GET /me/{proxy+}", "POST /me/{proxy+}", "GET /v1/me", "PATCH /v1/me", "GET /v1/me/{proxy+}"],
  redeem: ["POST /me/redemptions", "POST /me/redemptions/cancel", "POST /v1/me/redemptions"],
  ingest: ["POST /v1/identify", "POST /v1/track", "POST /v1/batch"],
  "integrator-api": [
    "GET /v1/contacts",
    "GET /v1/contacts/{id}",
    "GET /v1/contacts/{id}/timeline",
    "GET /v1/contacts/{id}/decisions",
    "GET /v1/members/{id}/balance",
    "GET /v1/members/{id}/ledger",
    "POST /v1/points/adjustments",
    "GET /v1/suppressions",
    "POST /v1/suppressions",
    "POST /v1/vouchers/{code}/uses",
  ],
  "console-api": ["ANY /v1/console/{proxy+}"],
  "sending-desk": ["GET /v1/console/sending"],
  "content-studio": ["ANY /v1/console/templates", "ANY /v1/console/templates/{proxy+}"],
} satisfies Partial<Record<FunctionName, string[]>>;
