import { redeemMine } from "./http/answers/redeem-api.ts";
import { cancelByForm, redeemByForm } from "./http/answers/reward-forms.ts";
import { byRoute } from "./http/by-route.ts";
import { httpHandler } from "./platform/http-handler.ts";

/** Members spend points on rewards, and change their minds; all of it wants a member's session. */
export const handler = httpHandler(
  byRoute({
    "POST /me/redemptions": redeemByForm,
    "POST /me/redemptions/cancel": cancelByForm,
    "POST /v1/me/redemptions": redeemMine,
  }),
);
