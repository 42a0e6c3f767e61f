import {
  findByEmail,
  showBalance,
  showContact,
  showDecisions,
  showLedger,
  showTimeline,
  takeAdjustment,
  withKey,
} from "./http/answers/integrator-api.ts";
import { showSuppression, takeSuppressionAsked } from "./http/answers/suppression-api.ts";
import { takeVoucherAsked } from "./http/answers/voucher-api.ts";
import { byRoute } from "./http/by-route.ts";
import { httpHandler } from "./platform/http-handler.ts";

/** What integrators look up about contacts and members, goodwill points and suppressions; every route wants a key. */
export const handler = httpHandler(
  withKey(
    byRoute({
      "GET /v1/contacts": findByEmail,
      "GET /v1/contacts/{id}": showContact,
      "GET /v1/contacts/{id}/timeline": showTimeline,
      "GET /v1/contacts/{id}/decisions": showDecisions,
      "GET /v1/members/{id}/balance": showBalance,
      "GET /v1/members/{id}/ledger": showLedger,
      "POST /v1/points/adjustments": takeAdjustment,
      "GET /v1/suppressions": showSuppression,
      "POST /v1/suppressions": takeSuppressionAsked,
      "POST /v1/vouchers/{code}/uses": takeVoucherAsked,
    }),
  ),
);
