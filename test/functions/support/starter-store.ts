import { beforeAll } from "vitest";
import { brandWrite } from "../../../functions/brand/store.ts";
import { journeyWrites } from "../../../functions/journeys/store.ts";
import { offerWrite } from "../../../functions/offers/store.ts";
import { commit } from "../../../functions/platform/commit.ts";
import { type Programme, readProgramme } from "../../../functions/programme/rules/read-programme.ts";
import { earningRuleWrite, referralProgrammeWrite, tierProgrammeWrite } from "../../../functions/programme/store.ts";
import { datedReward } from "../../../functions/rewards/rules/dated-reward.ts";
import { rewardWrite } from "../../../functions/rewards/store.ts";
import { type ProductTables, productTables } from "../../support/product-tables.ts";
import { starterFiles } from "./starter-programme.ts";

/** Tables that hold the starter programme's definitions (its emails are published in the tests that need them). */
export function starterStore(): ProductTables & { programme(): Programme } {
  const tables = productTables();
  const read = readProgramme(starterFiles());
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { programme } = read;
  beforeAll(async () => {
    const { brand, offers, journeys, earningRules, tiers, referral, rewards } = programme;
    await commit([
      brandWrite(brand),
      ...offers.map(offerWrite),
      ...journeys.flatMap(journeyWrites),
      ...earningRules.map(earningRuleWrite),
      tierProgrammeWrite(tiers),
      referralProgrammeWrite(referral),
      ...rewards.map((each) => rewardWrite(datedReward(each))),
    ]);
  });
  return { ...tables, programme: () => programme };
}
