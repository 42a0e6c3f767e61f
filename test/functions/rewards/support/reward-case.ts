import { expect } from "vitest";
import { commit } from "../../../../functions/platform/commit.ts";
import { adjustPoints } from "../../../../functions/points/adjust-points.ts";
import { cancelRedemption } from "../../../../functions/rewards/cancel-redemption.ts";
import { redeemReward } from "../../../../functions/rewards/redeem-reward.ts";
import { datedReward } from "../../../../functions/rewards/rules/dated-reward.ts";
import type { Redemption } from "../../../../functions/rewards/rules/redemption.ts";
import { Reward } from "../../../../functions/rewards/rules/reward.ts";
import { rewardWrite } from "../../../../functions/rewards/store.ts";
import type { Tier } from "../../../../functions/tiers/rules/tier.ts";
import type { LocalTables } from "../../points/support/local-tables.ts";

export const now = "2026-11-28T12:00:00.000Z";
export const later = "2026-12-05T12:00:00.000Z";
export const words = { en: "Workbook", "zh-CN": "练习册" };
export const CARE = { person: "care@example.com" };

let count = 0;

/** A ladder of one tier. */
export const tiers: Tier[] = [
  { name: "visitor", title: words, from: 0, multiplierPercent: 100, perks: { en: [], "zh-CN": [] } },
];

/** Puts a reward of 300 points into the catalogue. */
export async function reward(change: Partial<Reward> = {}): Promise<Reward> {
  const plain = { version: 1, kind: "goods", title: words, summary: words, points: 300, ...change };
  const made = Reward.parse({ name: `reward-${++count}`, ...plain });
  await commit([rewardWrite(datedReward(made))]);
  return made;
}

export const voucher = (change: Partial<Reward> = {}): Promise<Reward> =>
  reward({ kind: "voucher", worth: { amountMinor: 2_000, currency: "EUR" }, validDays: 90, ...change });

/** The id of somebody new. */
export const newcomer = (): string => `con_r${++count}`;

/** Somebody with points to spend. */
export async function member(tables: LocalTables, points = 300): Promise<string> {
  const contactId = newcomer();
  tables.put({ pk: contactId, sk: "contact" });
  await adjustPoints({ contactId, points, reason: "a gift", ...CARE, requestId: contactId }, now);
  return contactId;
}

export const wish = (contactId: string, { name }: Reward, requestId = "1") =>
  redeemReward({ contactId, reward: name, tiers, requestId }, now);

/** Redeems a reward that can be had. */
export async function had(contactId: string, wanted: Reward, requestId = "1"): Promise<Redemption> {
  const redeemed = await wish(contactId, wanted, requestId);
  return redeemed.ok ? redeemed.redemption : expect.unreachable(redeemed.reason);
}

/** Calls a redemption off a week later. */
export const callOff = (contactId: string, redemptionId: string, onlyReserved = false) =>
  cancelRedemption({ contactId, redemptionId, ...CARE, reason: "out of print", onlyReserved }, later);

/** How many of a reward are taken. */
export const taken = (tables: LocalTables, name: string): number =>
  Number(tables.rows("Main").find(({ pk }) => pk === `reward#${name}`)?.taken ?? 0);
