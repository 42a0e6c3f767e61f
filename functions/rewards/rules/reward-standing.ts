import type { Instant } from "../../platform/clock.ts";
import type { Tier } from "../../tiers/rules/tier.ts";
import { ladder, tierNamed } from "../../tiers/rules/tier-for.ts";
import type { DatedReward } from "./dated-reward.ts";

/** What is known when somebody looks at a reward: how many are taken, and what this member has and is. */
export interface RewardFacts {
  taken: number;
  /** How many of them this member had already. */
  mine: number;
  available: number;
  /** The tier held; who has none yet stands at the lowest. */
  tier: string | undefined;
  tiers: Tier[];
  now: Instant;
}

/** How a member finds a reward; the reason why it cannot be had is the one that would stay if all others went. */
export type RewardStanding =
  | { state: "ready"; left?: number }
  | { state: "ended" }
  | { state: "not-yet"; opensAt: Instant }
  | { state: "sold-out" }
  | { state: "had-already" }
  | { state: "tier-too-low"; tier: Tier }
  | { state: "insufficient-points"; missing: number; left?: number };

/** Whether a member can have a reward now, and if not, why. */
export function rewardStanding(reward: DatedReward, facts: RewardFacts): RewardStanding {
  const shut = shutAt(reward, facts.now);
  if (shut) return shut;
  if (reward.stock !== undefined && facts.taken >= reward.stock) return { state: "sold-out" };
  if (reward.perMember !== undefined && facts.mine >= reward.perMember) return { state: "had-already" };
  const tier = missingTier(reward, facts);
  if (tier) return { state: "tier-too-low", tier };
  const left = reward.stock === undefined ? {} : { left: reward.stock - facts.taken };
  const missing = reward.points - facts.available;
  return missing > 0 ? { state: "insufficient-points", missing, ...left } : { state: "ready", ...left };
}

function shutAt({ opensAt, closesAt }: DatedReward, now: Instant): RewardStanding | undefined {
  if (closesAt && now >= closesAt) return { state: "ended" };
  return opensAt && now < opensAt ? { state: "not-yet", opensAt } : undefined;
}

function missingTier({ fromTier }: DatedReward, { tier, tiers }: RewardFacts): Tier | undefined {
  const needed = fromTier && ladder(tiers).find(({ name }) => name === fromTier);
  return needed && tierNamed(tier, tiers).from < needed.from ? needed : undefined;
}
