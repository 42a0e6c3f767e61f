import { getItem, queryAll } from "../platform/dynamo.ts";
import type { Item } from "../platform/items.ts";
import type { Put } from "../platform/writes.ts";
import type { EarningRule } from "../points/rules/earning-rule.ts";
import type { ReferralProgramme } from "../referrals/rules/referral-programme.ts";
import type { TierProgramme } from "../tiers/rules/tier.ts";

const PARTITION = "programme";
const RULE = "rule#";
const TIERS = "tiers";
const REFERRAL = "referral";

/** Every version of every earning rule: entries of years ago name theirs. */
export async function readEarningRules(): Promise<EarningRule[]> {
  const rows = await queryAll<Item & { rule: EarningRule }>({ pk: PARTITION, prefix: RULE });
  return rows.map(({ rule }) => rule);
}

export function readTierProgramme(): Promise<TierProgramme> {
  return readDefinition<TierProgramme>(TIERS);
}

export function readReferralProgramme(): Promise<ReferralProgramme> {
  return readDefinition<ReferralProgramme>(REFERRAL);
}

export function earningRuleWrite(rule: EarningRule): Put {
  const version = String(rule.version).padStart(6, "0");
  return { put: { pk: PARTITION, sk: `${RULE}${rule.name}#${version}`, rule } };
}

export function tierProgrammeWrite(definition: TierProgramme): Put {
  return { put: { pk: PARTITION, sk: TIERS, definition } };
}

export function referralProgrammeWrite(definition: ReferralProgramme): Put {
  return { put: { pk: PARTITION, sk: REFERRAL, definition } };
}

async function readDefinition<T>(sk: string): Promise<T> {
  const row = await getItem<Item & { definition: T }>({ pk: PARTITION, sk });
  if (!row) throw new Error(`No ${sk} definition is applied yet: apply a programme that has one.`);
  return row.definition;
}
