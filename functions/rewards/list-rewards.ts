import type { Instant } from "../platform/clock.ts";
import type { Tier } from "../tiers/rules/tier.ts";
import type { DatedReward } from "./rules/dated-reward.ts";
import { type RewardStanding, rewardStanding } from "./rules/reward-standing.ts";
import { listRewardDefinitions, readMine, readTaken } from "./store.ts";

/** A reward as one member finds it. */
export interface OfferedReward {
  reward: DatedReward;
  standing: RewardStanding;
}

/** The member who looks: what can be spent, and the tier held of the whole ladder. */
export interface Looker {
  contactId: string;
  available: number;
  tier: string;
  tiers: Tier[];
}

/** Everything in the catalogue that a member has, had or will have a chance of, the cheapest first. */
export async function listRewards(
  { contactId, available, tier, tiers }: Looker,
  now: Instant,
): Promise<OfferedReward[]> {
  const [rewards, mine] = await Promise.all([listRewardDefinitions(), readMine(contactId)]);
  const offered = rewards.map(async (reward) => {
    // Only of what there is a limited number is anything to be counted.
    const taken = reward.stock === undefined ? 0 : await readTaken(reward.name);
    const facts = { taken, mine: mine.get(reward.name) ?? 0, available, tier, tiers, now };
    return { reward, standing: rewardStanding(reward, facts) };
  });
  const found = (await Promise.all(offered)).filter(({ standing }) => standing.state !== "ended");
  return found.sort((a, b) => a.reward.points - b.reward.points);
}
