import type { Tier } from "./tier.ts";

/** The tiers from the lowest up. */
export function ladder(tiers: Tier[]): [Tier, ...Tier[]] {
  const [lowest, ...others] = [...tiers].sort((a, b) => a.from - b.from);
  if (!lowest) throw new Error("A tier programme needs at least one tier.");
  return [lowest, ...others];
}

/** The highest tier that so many qualifying points reach. */
export function tierFor(points: number, tiers: Tier[]): Tier {
  const steps = ladder(tiers);
  return steps.findLast(({ from }) => points >= from) ?? steps[0];
}

/** The tier of that name; who held a tier that the programme no longer has stands at the lowest. */
export function tierNamed(name: string | undefined, tiers: Tier[]): Tier {
  return tiers.find((tier) => tier.name === name) ?? ladder(tiers)[0];
}

/** One step up, or undefined at the top. */
export function tierAbove(tier: Tier, tiers: Tier[]): Tier | undefined {
  return ladder(tiers).find(({ from }) => from > tier.from);
}

/** One step down; the lowest stays. */
export function tierBelow(tier: Tier, tiers: Tier[]): Tier {
  return ladder(tiers).findLast(({ from }) => from < tier.from) ?? tier;
}
