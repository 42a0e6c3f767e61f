import type { Locale } from "../contacts/rules/contact.ts";
import type { OfferedReward } from "../rewards/list-rewards.ts";
import type { Redemption } from "../rewards/rules/redemption.ts";
import { moneyWords } from "./format.ts";
import type { PortalRedemption, PortalReward } from "./pages/rewards.ts";

/** A reward as the portal shows it; `wish` is the page's own number of a wish, so that a double click is one wish. */
export function rewardModel({ reward, standing }: OfferedReward, locale: Locale, wish: string): PortalReward {
  const { name, kind, title, summary, points, price } = reward;
  return {
    name,
    kind,
    title: title[locale],
    summary: summary[locale],
    points,
    ...(price ? { price: moneyWords(price.amountMinor, price.currency, locale) } : {}),
    ...(standing.state === "tier-too-low"
      ? { state: standing.state, tier: standing.tier.title[locale] }
      : { ...standing, state: standing.state }),
    wish: `${wish}-${name}`,
  };
}

/** What a member had, as the portal shows it. */
export function redemptionModel(
  { id, reward, state, at, code, goodUntil }: Redemption,
  locale: Locale,
): PortalRedemption {
  const shown = state !== "cancelled" && code ? { code, goodUntil } : {};
  return { id, title: reward.title[locale], kind: reward.kind, state, at, ...shown };
}
