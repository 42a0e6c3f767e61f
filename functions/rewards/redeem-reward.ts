import { randomBytes } from "node:crypto";
import { daysAfter, type Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { derivedId } from "../platform/ids.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { Write } from "../platform/writes.ts";
import { inputHash } from "../points/input-hash.ts";
import { type EntryHead, entryId, postMoves } from "../points/post-moves.ts";
import type { Books, Move } from "../points/rules/move.ts";
import { partsOf } from "../points/rules/move-for-return.ts";
import { moveForSpending } from "../points/rules/move-for-spending.ts";
import { readBalanceRow, readLotRows } from "../points/store.ts";
import type { Tier } from "../tiers/rules/tier.ts";
import { readTierRow } from "../tiers/store.ts";
import type { DatedReward } from "./rules/dated-reward.ts";
import { firstState, isRepeated, type Redemption } from "./rules/redemption.ts";
import { type RewardStanding, rewardStanding } from "./rules/reward-standing.ts";
import { CODE_BYTES, voucherCode } from "./rules/voucher-code.ts";
import {
  countMineWrite,
  newRedemptionWrite,
  newVoucherWrite,
  readMine,
  readRedemption,
  readRewardDefinition,
  readTaken,
  takeRewardWrite,
} from "./store.ts";

/** A member's wish; `requestId` is the caller's own id of it: the same id a second time is the same redemption. */
export interface Wish {
  contactId: string;
  reward: string;
  /** The ladder, for rewards that are only for some tiers. */
  tiers: Tier[];
  requestId: string;
}

export type Redeemed =
  | { ok: true; redemption: Redemption; repeated: boolean }
  | { ok: false; reason: "unknown-reward" | "idempotency-conflict" | Exclude<RewardStanding["state"], "ready"> };

/** Spends a member's points on a reward: points, stock, limit, redemption and voucher move together or not at all. */
export function redeemReward(wish: Wish, now: Instant): Promise<Redeemed> {
  return tryAgain(`redemption ${wish.requestId} of ${wish.contactId}`, () => attempt(wish, now));
}

async function attempt(wish: Wish, now: Instant): Promise<Redeemed | typeof STALE> {
  const { contactId } = wish;
  const id = derivedId("red", contactId, wish.requestId);
  // First, because who asks again after a lost answer must not be told that the last one is gone: they have it.
  const known = await readRedemption(contactId, id);
  if (known) return isRepeated(known, wish.reward) ? repeated(known) : { ok: false, reason: "idempotency-conflict" };
  const reward = await readRewardDefinition(wish.reward);
  if (!reward) return { ok: false, reason: "unknown-reward" };
  const [balance, lots, standing] = await Promise.all([
    readBalanceRow(contactId),
    readLotRows(contactId),
    standingFor(wish, reward, now),
  ]);
  const seen = { balance, lots };
  const found = standing(balance.available);
  if (found.state !== "ready") return { ok: false, reason: found.state };
  const spending = moveForSpending(seen, reward.points, "programme:redeemed");
  return spending.ok ? commitRedemption({ id, contactId, reward, seen, move: spending.move }, now) : spending;
}

const repeated = (redemption: Redemption): Redeemed => ({ ok: true, redemption, repeated: true });

async function standingFor({ contactId, tiers }: Wish, reward: DatedReward, now: Instant) {
  const [taken, mine, tier] = await Promise.all([readTaken(reward.name), readMine(contactId), readTierRow(contactId)]);
  const facts = { taken, mine: mine.get(reward.name) ?? 0, tier: tier?.tier, tiers, now };
  return (available: number) => rewardStanding(reward, { ...facts, available });
}

interface Decided {
  id: string;
  contactId: string;
  reward: DatedReward;
  seen: Books;
  move: Move;
}

async function commitRedemption(decided: Decided, now: Instant): Promise<Redeemed | typeof STALE> {
  const { id, contactId, reward, seen, move } = decided;
  const rule = { rule: `reward/${reward.name}`, version: reward.version };
  const entry = entryId(contactId, now, "redeem", id, rule.rule);
  const redemption = redemptionFor(decided, entry, now);
  if (!redemption) return STALE;
  const hash = inputHash({ contactId, reward: reward.name, version: reward.version, points: reward.points, id });
  const times = { at: now, recordedAt: now };
  const head: EntryHead = {
    id: entry,
    contactId,
    kind: "redeem",
    ...times,
    cause: id,
    decidedBy: rule,
    inputHash: hash,
  };
  const outcome = await commit([
    newRedemptionWrite(redemption),
    takeRewardWrite(reward),
    countMineWrite(contactId, reward),
    ...voucherWrites(redemption),
    ...postMoves(contactId, seen, [{ head, move }], now),
    toldOf(redemption),
  ]);
  if (outcome.ok) return { ok: true, redemption, repeated: false };
  return outcome.reason === "sold-out" || outcome.reason === "had-already"
    ? { ok: false, reason: outcome.reason }
    : STALE;
}

function redemptionFor(
  { id, contactId, reward, seen, move }: Decided,
  entry: string,
  now: Instant,
): Redemption | undefined {
  const { name, version, kind, title, points, price, worth, validDays } = reward;
  const what = { name, version, kind, title, points, ...(price ? { price } : {}), ...(worth ? { worth } : {}) };
  const taken = partsOf(seen.lots, move);
  const redemption: Redemption = {
    id,
    contactId,
    reward: what,
    state: firstState(reward),
    at: now,
    entryId: entry,
    taken,
  };
  if (!worth || !validDays) return redemption;
  const code = voucherCode(randomBytes(CODE_BYTES));
  return code ? { ...redemption, code, goodUntil: daysAfter(now, validDays) } : undefined;
}

function voucherWrites({ id, contactId, reward, code, goodUntil }: Redemption): Write[] {
  if (!code || !goodUntil || !reward.worth) return [];
  const about = { code, reward: reward.name, contactId, redemptionId: id, worth: reward.worth };
  return [newVoucherWrite({ ...about, state: "valid", uses: 0, mostUses: 1, goodUntil })];
}

function toldOf({ id, contactId, reward, state, at }: Redemption): Write {
  const data = { redemptionId: id, reward: reward.name, points: reward.points };
  const told = { ...data, state: state === "fulfilled" ? ("fulfilled" as const) : ("reserved" as const) };
  return recordEvent(eventOf("reward.redeemed", { contactId, at, cause: id }, told));
}
