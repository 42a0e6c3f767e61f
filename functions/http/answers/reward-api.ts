import type { Locale } from "../../contacts/rules/contact.ts";
import type { MemberNow } from "../../members/read-member.ts";
import { now } from "../../platform/clock.ts";
import { setting } from "../../platform/settings.ts";
import { listRedemptions } from "../../rewards/list-redemptions.ts";
import { listRewards, type OfferedReward } from "../../rewards/list-rewards.ts";
import { redeemReward } from "../../rewards/redeem-reward.ts";
import type { Redemption } from "../../rewards/rules/redemption.ts";
import { cameFrom } from "../came-from.ts";
import { problem, type RefusalReason, refusalFor } from "../problem.ts";
import { readAs } from "../read-as.ts";
import { json } from "../respond.ts";
import { RedemptionRequest } from "../routes/member-rewards.ts";
import { forMember } from "./member.ts";

const notSignedIn = () => problem("not-signed-in");

/** GET /v1/me/rewards. */
export const showMyRewards = forMember(async (_, { member }) => {
  const found = await listRewards(lookerOf(member), now());
  return json(200, { rewards: found.map((each) => rewardView(each, member.contact.locale)) });
}, notSignedIn);

/** GET /v1/me/redemptions. */
export const showMyRedemptions = forMember(async (_, { member }) => {
  const found = await listRedemptions(member.contact.id);
  return json(200, { redemptions: found.map((each) => redemptionView(each, member.contact.locale)) });
}, notSignedIn);

/** POST /v1/me/redemptions: once for each Idempotency-Key. */
export const redeemMine = forMember(async (event, { member }) => {
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
}, notSignedIn);

/** The member as the one who looks at the catalogue. */
export function lookerOf({ contact, balance, standing, tiers }: MemberNow) {
  return { contactId: contact.id, available: balance.available, tier: standing.name, tiers };
}

/** A reward that nobody offers, or that is over, is not there. */
function refusalOf(reason: string): RefusalReason {
  if (reason === "unknown-reward") return "not-found";
  return reason === "ended" || reason === "not-yet" ? "reward-closed" : refusalFor(reason);
}

function rewardView({ reward, standing }: OfferedReward, locale: Locale) {
  const { name, kind, title, summary, points, price, worth } = reward;
  return {
    id: name,
    kind,
    title: title[locale],
    summary: summary[locale],
    points,
    price: price ?? null,
    worth: worth ?? null,
    state: standing.state,
    left: ("left" in standing ? standing.left : undefined) ?? null,
    missingPoints: "missing" in standing ? standing.missing : null,
    opensAt: "opensAt" in standing ? standing.opensAt : null,
    fromTier: "tier" in standing ? standing.tier.title[locale] : null,
  };
}

function redemptionView({ id, reward, state, at, code, goodUntil }: Redemption, locale: Locale) {
  const { name, kind, title, points } = reward;
  const what = { id, rewardId: name, kind, title: title[locale], points };
  return { ...what, state, at, code: code ?? null, goodUntil: goodUntil ?? null };
}
