import { readBrand } from "../brand/store.ts";
import { readContact } from "../contacts/store.ts";
import type { Instant } from "../platform/clock.ts";
import { earnPoints } from "../points/earn-points.ts";
import type { EarningEvent } from "../points/rules/earnings-for.ts";
import { readEarningRules, readTierProgramme } from "../programme/store.ts";
import { readMultiplier } from "../tiers/read-tier.ts";

/** Grants what an event earns by the programme's rules; only confirmed members earn. */
export async function earnForEvent(event: EarningEvent, now: Instant): Promise<void> {
  const [contact, brand, rules, tiers] = await Promise.all([
    readContact(event.contactId),
    readBrand(),
    readEarningRules(),
    readTierProgramme(),
  ]);
  if (!contact?.confirmedAt) return;
  const multiplierPercent = await readMultiplier(event.contactId, tiers);
  await earnPoints({ event, rules, multiplierPercent, zone: brand.zone }, now);
}
