import { changeMe, showMe, showMyLedger, showMyReferrals } from "./http/answers/member-api.ts";
import { showPortal, takeLanguage } from "./http/answers/portal.ts";
import { showMyRedemptions, showMyRewards } from "./http/answers/reward-api.ts";
import { byPath } from "./http/by-route.ts";
import { httpHandler } from "./platform/http-handler.ts";

/** The advocate's portal and the member's API; all of it wants a member's session. */
export const handler = httpHandler(
  byPath({
    "GET /me": showPortal,
    "POST /me/language": takeLanguage,
    "GET /v1/me": showMe,
    "PATCH /v1/me": changeMe,
    "GET /v1/me/ledger": showMyLedger,
    "GET /v1/me/referrals": showMyReferrals,
    "GET /v1/me/rewards": showMyRewards,
    "GET /v1/me/redemptions": showMyRedemptions,
  }),
);
