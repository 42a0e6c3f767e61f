import type { Locale } from "../../contacts/rules/contact.ts";
import type { MemberNow } from "../../members/read-member.ts";
import { now } from "../../platform/clock.ts";
import { listRedemptions } from "../../rewards/list-redemptions.ts";
import { listRewards, type OfferedReward } from "../../rewards/list-rewards.ts";
import { problem } from "../problem.ts";
import { redemptionView } from "../redemption-view.ts";
import { json } from "../respond.ts";
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

/** The member as the one who looks at the catalogue. */
export function lookerOf({ contact, balance, standing, tiers }: MemberNow) {
  return { contactId: contact.id, available: balance.available, tier: standing.name, tiers };
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
