import type { Instant } from "../platform/clock.ts";
import { type Condition, isNew } from "../platform/conditions.ts";
import { getItem, queryAll, queryPage } from "../platform/dynamo.ts";
import { type Item, type Key, keyOf } from "../platform/items.ts";
import type { RowKind } from "../platform/row-kinds.ts";
import type { Put, Update } from "../platform/writes.ts";
import { CHANGED } from "../points/store.ts";
import type { DatedReward } from "./rules/dated-reward.ts";
import type { Redemption } from "./rules/redemption.ts";
import type { Voucher } from "./rules/voucher.ts";

const PREFIX = "reward#";
const REDEMPTION = "redemption#";
/** What a person has yet to send or do, in the list index. */
const WAITING = "redemptions#reserved";

const stockKey = (name: string): Key => ({ pk: `${PREFIX}${name}`, sk: "stock" });
const mineKey = (contactId: string, name: string): Key => ({ pk: contactId, sk: `redeemed#${name}` });
const redemptionKey = (contactId: string, id: string): Key => ({ pk: contactId, sk: `${REDEMPTION}${id}` });
const voucherKey = (code: string): Key => ({ pk: `voucher#${code}`, sk: "voucher" });
const voucherUseKey = (code: string, orderId: string): Key => ({ pk: `voucher#${code}`, sk: `use#${orderId}` });

export async function listRewardDefinitions(): Promise<DatedReward[]> {
  const rows = await queryAll<Item & { reward: DatedReward }>({ pk: "programme", prefix: PREFIX });
  return rows.map(({ reward }) => reward);
}

export async function readRewardDefinition(name: string): Promise<DatedReward | undefined> {
  return (await getItem<Item & { reward: DatedReward }>({ pk: "programme", sk: `${PREFIX}${name}` }))?.reward;
}

export function rewardWrite(reward: DatedReward): Put {
  return { put: { pk: "programme", sk: `${PREFIX}${reward.name}`, reward } };
}

/** How many of a reward are taken, by everybody. */
export async function readTaken(name: string): Promise<number> {
  return (await getItem<Item & { taken: number }>(stockKey(name)))?.taken ?? 0;
}

/** How many of each reward one member has, by its name. */
export async function readMine(contactId: string): Promise<Map<string, number>> {
  const rows = await queryAll<Item & { had: number }>({ pk: contactId, prefix: "redeemed#", consistent: true });
  return new Map(rows.map(({ sk, had }) => [sk.slice("redeemed#".length), had]));
}

/** Takes one of a reward, refused when none is left: stock never goes below zero. */
export function takeRewardWrite({ name, stock }: DatedReward): Update {
  const onlyIf = stock === undefined ? undefined : belowOrNone("taken", stock);
  return { update: stockKey(name), add: { taken: 1 }, ...(onlyIf ? { onlyIf } : {}), refusal: "sold-out" };
}

/** Counts one more for a member, refused beyond what one may have. */
export function countMineWrite(contactId: string, { name, perMember }: DatedReward): Update {
  const onlyIf = perMember === undefined ? undefined : belowOrNone("had", perMember);
  return { update: mineKey(contactId, name), add: { had: 1 }, ...(onlyIf ? { onlyIf } : {}), refusal: "had-already" };
}

/** Puts one of a reward back, for everybody and for this member. */
export function putBackWrites(contactId: string, name: string): Update[] {
  const one = (key: Key, count: string): Update => ({
    update: key,
    add: { [count]: -1 },
    onlyIf: { atLeast: [count, 1] },
    refusal: CHANGED,
  });
  return [one(stockKey(name), "taken"), one(mineKey(contactId, name), "had")];
}

export async function readRedemption(contactId: string, id: string): Promise<Redemption | undefined> {
  const row = await getItem<Item & Redemption>(redemptionKey(contactId, id));
  return row && redemptionOf(row);
}

/** Everything that one member had, the newest first. */
export async function readRedemptions(contactId: string): Promise<Redemption[]> {
  const rows = await queryAll<Item & Redemption>({ pk: contactId, prefix: REDEMPTION, consistent: true });
  return rows.map(redemptionOf).sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** One page of what a person has yet to send or do, the longest waiting first. */
export async function waitingPage(limit: number, after?: string) {
  const selection = { index: "listed", pk: WAITING, limit } as const;
  const page = await queryPage<Item>({ ...selection, ...(after ? { after } : {}) });
  const rows = await Promise.all(page.items.map((each) => getItem<Item & Redemption>(keyOf(each))));
  // A row that was settled since it was listed is no longer waiting.
  const items = rows.flatMap((row) => (row?.state === "reserved" ? [redemptionOf(row)] : []));
  return { items, ...(page.next ? { next: page.next } : {}) };
}

export function newRedemptionWrite(redemption: Redemption): Put {
  const { contactId, id } = redemption;
  const put = { ...redemptionKey(contactId, id), ...redemption, ...listedAs(redemption) };
  return { put, onlyIf: isNew, refusal: CHANGED };
}

/** Settles a redemption: there, or called off; only once, whoever does it. */
export function settledWrite(
  { contactId, id, state: seen }: Redemption,
  state: "fulfilled" | "cancelled",
  by: { at: Instant; person: string; note?: string },
): Update {
  return {
    update: redemptionKey(contactId, id),
    set: { state, settledAt: by.at, settledBy: by.person, note: by.note },
    remove: ["listKey", "listAt"],
    onlyIf: { equals: ["state", seen] },
    refusal: CHANGED,
  };
}

export async function readVoucher(code: string): Promise<Voucher | undefined> {
  const row = await getItem<Item & Voucher>(voucherKey(code));
  if (!row) return undefined;
  const { pk: _pk, sk: _sk, ...voucher } = row;
  return voucher;
}

export function newVoucherWrite(voucher: Voucher): Put {
  return { put: { ...voucherKey(voucher.code), ...voucher }, onlyIf: isNew, refusal: CHANGED };
}

/** Whether a voucher was used for an order. */
export async function readVoucherUse(code: string, orderId: string): Promise<boolean> {
  return (await getItem(voucherUseKey(code, orderId))) !== undefined;
}

/** Uses a voucher for an order: refused when that order had it, when it is void or when it was used as often as it may be. */
export function voucherUseWrites({ code, mostUses }: Voucher, orderId: string, at: Instant): (Put | Update)[] {
  const usable: Condition = { allOf: [{ equals: ["state", "valid"] }, { below: ["uses", mostUses] }] };
  return [
    { put: { ...voucherUseKey(code, orderId), orderId, at }, onlyIf: isNew, refusal: CHANGED },
    { update: voucherKey(code), add: { uses: 1 }, onlyIf: usable, refusal: "voucher-not-valid" },
  ];
}

/** Makes a voucher worthless, refused when it was used meanwhile. */
export function voidVoucherWrite(code: string): Update {
  const unused: Condition = { equals: ["uses", 0] };
  return { update: voucherKey(code), set: { state: "void" }, onlyIf: unused, refusal: "voucher-used" };
}

/** What a member got for points: the books of it stay, what staff noted of the person goes. */
export const rewardRowKinds: RowKind[] = [
  { sk: "redeemed#", section: "redeemed", erased: "stays" },
  { sk: REDEMPTION, section: "redemptions", erased: () => ({ remove: ["note"] }) },
];

function belowOrNone(count: string, limit: number): Condition {
  const below: Condition = { below: [count, limit] };
  // A row that does not exist yet counts nothing, unless not even one may be taken.
  return limit > 0 ? { anyOf: [{ absent: count }, below] } : below;
}

function listedAs({ state, at, id }: Redemption): { listKey?: string; listAt?: string } {
  return state === "reserved" ? { listKey: WAITING, listAt: `${at}#${id}` } : {};
}

function redemptionOf(row: Item & Redemption): Redemption {
  const {
    pk: _pk,
    sk: _sk,
    listKey: _key,
    listAt: _at,
    ...redemption
  } = row as Item & Redemption & Record<string, unknown>;
  return redemption as unknown as Redemption;
}
