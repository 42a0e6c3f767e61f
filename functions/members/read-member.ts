import { readBrand } from "../brand/store.ts";
import type { Contact } from "../contacts/rules/contact.ts";
import { zoneOr } from "../contacts/rules/zone-or.ts";
import { readContact } from "../contacts/store.ts";
import type { Instant } from "../platform/clock.ts";
import { type BalanceNow, readBalance } from "../points/read-balance.ts";
import { readTierProgramme } from "../programme/store.ts";
import { readMembership } from "../referrals/read-referrals.ts";
import { readTier } from "../tiers/read-tier.ts";
import type { Tier } from "../tiers/rules/tier.ts";
import { tierNamed } from "../tiers/rules/tier-for.ts";
import type { TierStanding } from "../tiers/rules/tier-standing.ts";

/** All that a member may look up about the own standing. */
export interface MemberNow {
  contact: Contact;
  /** The contact's zone, else the brand's. */
  zone: string;
  balance: BalanceNow;
  standing: TierStanding;
  /** The tier held, and the one above it. */
  tier: Tier;
  nextTier?: Tier;
  /** The whole ladder. */
  tiers: Tier[];
  /** Absent until the first trial is confirmed. */
  code?: string;
}

/** Where a member stands now: points, tier, link; undefined for who is no contact of ours. */
export async function readMember(contactId: string, now: Instant): Promise<MemberNow | undefined> {
  const [contact, brand, programme] = await Promise.all([readContact(contactId), readBrand(), readTierProgramme()]);
  if (!contact) return undefined;
  const [balance, standing, membership] = await Promise.all([
    readBalance(contactId),
    readTier(contactId, programme, now),
    readMembership(contactId),
  ]);
  const nextTier = programme.tiers.find(({ name }) => name === standing.next);
  return {
    contact,
    zone: zoneOr(contact.timezone, brand.zone),
    balance,
    standing,
    tier: tierNamed(standing.name, programme.tiers),
    tiers: programme.tiers,
    ...(nextTier ? { nextTier } : {}),
    ...(membership ? { code: membership.code } : {}),
  };
}
