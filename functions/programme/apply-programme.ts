import { brandWrite } from "../brand/store.ts";
import { applyEmailFiles } from "../content/apply-email-files.ts";
import { journeyWrites } from "../journeys/store.ts";
import { offerWrite } from "../offers/store.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { Write } from "../platform/writes.ts";
import { datedReward } from "../rewards/rules/dated-reward.ts";
import { rewardWrite } from "../rewards/store.ts";
import type { Programme } from "./rules/read-programme.ts";
import { earningRuleWrite, referralProgrammeWrite, tierProgrammeWrite } from "./store.ts";

export type AppliedProgramme = { ok: true; applied: string[] } | { ok: false; reason: string; problems: object[] };

/** DynamoDB takes at most 100 rows in one transaction. */
const MOST_ROWS = 100;

/** Applies a whole programme from its files: everything is checked first, and nothing is applied when anything is wrong. */
export async function applyProgramme(
  files: Readonly<Record<string, string>>,
  by: string,
  now: Instant,
): Promise<AppliedProgramme> {
  const { readProgramme } = await import("./rules/read-programme.ts");
  const read = readProgramme(files);
  if (!read.ok) return { ok: false, reason: "programme-invalid", problems: read.problems };
  const topics = (read.programme.brand.topics ?? []).map(({ name }) => name);
  const emails = await applyEmailFiles({ files, by, at: now, topics });
  if (!emails.ok) return { ok: false, reason: emails.reason, problems: "problems" in emails ? emails.problems : [] };
  const writes = definitionWrites(read.programme);
  if (writes.length > MOST_ROWS)
    throw new Error(`A programme of ${writes.length} definitions cannot be applied at once.`);
  // Last, because a programme whose journeys name unpublished mails must never be seen.
  await commit(writes);
  return { ok: true, applied: [...emails.applied.map((name) => `emails/${name}`), ...namesOf(read.programme)] };
}

function definitionWrites({ brand, offers, journeys, earningRules, tiers, referral, rewards }: Programme): Write[] {
  return [
    brandWrite(brand),
    ...offers.map(offerWrite),
    ...journeys.flatMap(journeyWrites),
    ...earningRules.map(earningRuleWrite),
    tierProgrammeWrite(tiers),
    referralProgrammeWrite(referral),
    ...rewards.map((each) => rewardWrite(datedReward(each))),
  ];
}

function namesOf({ offers, journeys, earningRules, rewards }: Programme): string[] {
  return [
    "brand",
    ...offers.map(({ name }) => `offers/${name}`),
    ...journeys.map(({ name, version }) => `journeys/${name} version ${version}`),
    ...earningRules.map(({ name, version }) => `earning-rules/${name} version ${version}`),
    "tiers",
    "referral",
    ...rewards.map(({ name, version }) => `rewards/${name} version ${version}`),
  ];
}
