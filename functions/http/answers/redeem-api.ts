import { now } from "../../platform/clock.ts";
import { setting } from "../../platform/settings.ts";
import { redeemReward } from "../../rewards/redeem-reward.ts";
import { cameFrom } from "../came-from.ts";
import { problem, type RefusalReason, refusalFor } from "../problem.ts";
import { readAs } from "../read-as.ts";
import { redemptionView } from "../redemption-view.ts";
import { json } from "../respond.ts";
import { RedemptionRequest } from "../routes/member-rewards.ts";
import { forMember } from "./member.ts";

/** POST /v1/me/redemptions: once for each Idempotency-Key. */
export const redeemMine = forMember(
  async (event, { member }) => {
    if (cameFrom(event, setting("BASE_URL")) === "elsewhere") return problem("foreign-origin");
    const requestId = event.headers["idempotency-key"];
    if (!requestId || requestId.length > 200)
      return problem("invalid-input", { detail: "Send an Idempotency-Key header of up to 200 characters." });
    const body = readAs(RedemptionRequest, event);
    if (!body.ok) return body.response;
    const wish = { contactId: member.contact.id, reward: body.value.rewardId, tiers: member.tiers, requestId };
    const redeemed = await redeemReward(wish, now());
    return redeemed.ok
      ? json(201, redemptionView(redeemed.redemption, member.contact.locale))
      : problem(refusalOf(redeemed.reason));
  },
  () => problem("not-signed-in"),
);

/** A reward that nobody offers, or that is over, is not there. */
function refusalOf(reason: string): RefusalReason {
  if (reason === "unknown-reward") return "not-found";
  return reason === "ended" || reason === "not-yet" ? "reward-closed" : refusalFor(reason);
}
