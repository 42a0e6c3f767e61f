import { daysAfter, type Instant } from "../platform/clock.ts";
import { readLots } from "../points/read-lots.ts";
import { MOST_PENDING_DAYS } from "../points/rules/earning-rule.ts";
import { qualifyingPoints } from "./rules/qualifying-points.ts";
import { runUpTo } from "./rules/run-days.ts";
import type { TierProgramme } from "./rules/tier.ts";
import { tierNamed } from "./rules/tier-for.ts";
import { type TierStanding, tierStanding } from "./rules/tier-standing.ts";
import { readTierRow, stateOf } from "./store.ts";

/** Where a member stands now, with what is needed to rise and to stay. */
export async function readTier(contactId: string, programme: TierProgramme, now: Instant): Promise<TierStanding> {
  const since = daysAfter(runUpTo(now), -programme.policy.windowDays - MOST_PENDING_DAYS);
  const [row, lots] = await Promise.all([readTierRow(contactId), readLots(contactId, since)]);
  return tierStanding(stateOf(row), qualifyingPoints(lots), programme, now);
}

/** The multiplier that a member's purchases earn by, in percent: one read, no history. */
export async function readMultiplier(contactId: string, programme: TierProgramme): Promise<number> {
  const row = await readTierRow(contactId);
  return tierNamed(row?.tier, programme.tiers).multiplierPercent;
}
