import type { TierProgramme } from "../tiers/rules/tier.ts";
import { readTierProgramme } from "./store.ts";

/** The ladder of tiers in force. */
export function findTierProgramme(): Promise<TierProgramme> {
  return readTierProgramme();
}
