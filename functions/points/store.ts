import type { Instant } from "../platform/clock.ts";
import { type Condition, isNew } from "../platform/conditions.ts";
import { getItem, queryAll, queryPage } from "../platform/dynamo.ts";
import { type Item, type Key, keyOf } from "../platform/items.ts";
import type { RowKind } from "../platform/row-kinds.ts";
import { DUE_WORK, dueWork } from "../platform/work-rows.ts";
import type { Check, Put, Update } from "../platform/writes.ts";
import { type Balance, balanceAfter, EMPTY_BALANCE } from "./rules/balance.ts";
import { type Earning, newEarning } from "./rules/earning.ts";
import type { LedgerEntry } from "./rules/ledger-entry.ts";
import type { Lot } from "./rules/lot.ts";
import type { Posting } from "./rules/posting.ts";

/** The refusal of every write that was decided on what meanwhile changed: read again and decide again. */
export const CHANGED = "changed-meanwhile";

/** The sort keys of lots begin with this; a worker knows by it what it was handed. */
export const LOT_PREFIX = "lot#";

const balanceKey = (contactId: string): Key => ({ pk: contactId, sk: "balance" });
const earningKey = (contactId: string, occasion: string): Key => ({ pk: contactId, sk: `earning#${occasion}` });
const lotKey = (contactId: string, { earnedAt, id }: Pick<Lot, "earnedAt" | "id">): Key => ({
  pk: contactId,
  sk: `${LOT_PREFIX}${earnedAt}#${id}`,
});
const adjustmentKey = (requestId: string): Key => ({ pk: `adjustment#${requestId}`, sk: "adjustment" });
const grantCountKey = (contactId: string, rule: string, day: string): Key => ({
  pk: contactId,
  sk: `grants#${rule}#${day}`,
});

export async function readBalanceRow(contactId: string): Promise<Balance> {
  const {
    pending = 0,
    available = 0,
    debt = 0,
  } = (await getItem<Item & Balance>(balanceKey(contactId))) ?? EMPTY_BALANCE;
  return { pending, available, debt };
}

export async function readEarning(contactId: string, occasion: string): Promise<Earning> {
  const row = await getItem<Item & Earning>(earningKey(contactId, occasion));
  if (!row) return newEarning(occasion);
  const { pk: _pk, sk: _sk, ...earning } = row;
  return earning;
}

export async function readLot(key: Key): Promise<Lot | undefined> {
  const row = await getItem<Item & Lot>(keyOf(key));
  return row && lotOf(row);
}

export async function readLotOf(contactId: string, lot: Pick<Lot, "earnedAt" | "id">): Promise<Lot | undefined> {
  return readLot(lotKey(contactId, lot));
}

/** A member's lots, oldest first, from those earned at `since` on. */
export async function readLotRows(contactId: string, since = ""): Promise<Lot[]> {
  // "~" sorts behind every character of an instant or an id.
  const between: [string, string] = [`${LOT_PREFIX}${since}`, `${LOT_PREFIX}~`];
  const rows = await queryAll<Item & Lot>({ pk: contactId, between, consistent: true });
  return rows.map(lotOf);
}

/** How many grants a rule made to a member on a calendar day. */
export async function readGrantCount(contactId: string, rule: string, day: string): Promise<number> {
  return (await getItem<Item & { made: number }>(grantCountKey(contactId, rule, day)))?.made ?? 0;
}

export function readEntry(contactId: string, id: string): Promise<(Item & LedgerEntry) | undefined> {
  return getItem<Item & LedgerEntry>({ pk: contactId, sk: id }, "ledger");
}

/** One page of a member's entries, newest first. */
export function entriesPage(contactId: string, limit: number, after?: string) {
  const selection = { table: "ledger", pk: contactId, descending: true, limit } as const;
  return queryPage<Item & LedgerEntry>({ ...selection, ...(after ? { after } : {}) });
}

/** Every entry of a member, oldest first. */
export function allEntries(contactId: string): Promise<(Item & LedgerEntry)[]> {
  return queryAll<Item & LedgerEntry>({ table: "ledger", pk: contactId, consistent: true });
}

/** Appends an entry; the functions may not change or delete one afterwards. */
export function entryWrite(entry: LedgerEntry): Put {
  const key = { pk: entry.contactId, sk: entry.id };
  return { in: "ledger", put: { ...key, ...entry }, onlyIf: isNew, refusal: "already-entered" };
}

/**
 * Moves the cached balance. It adds, so that earning at the same time does not collide, and depends on what was seen
 * only where the decision did: never below zero, and never debt beside points that could have paid it.
 */
export function balanceWrite(contactId: string, seen: Balance, postings: Posting[]): Update | undefined {
  const after = balanceAfter(seen, postings);
  const moved = {
    pending: after.pending - seen.pending,
    available: after.available - seen.available,
    debt: after.debt - seen.debt,
  };
  const add = Object.fromEntries(Object.entries(moved).filter(([, points]) => points !== 0));
  if (Object.keys(add).length === 0) return undefined;
  const needs: Condition[] = [
    ...(moved.pending < 0 ? [holds("pending", -moved.pending)] : []),
    ...(moved.available < 0 ? [holds("available", -moved.available)] : []),
    ...(moved.available > 0 || moved.debt < 0 ? [stillIs("debt", seen.debt)] : []),
    ...(moved.debt > 0 ? [stillIs("available", seen.available)] : []),
  ];
  const [first, ...others] = needs;
  const onlyIf = first && (others.length > 0 ? { allOf: needs } : first);
  return { update: balanceKey(contactId), add, ...(onlyIf ? { onlyIf } : {}), refusal: CHANGED };
}

/** A new lot; one that waits is due work at its release, one that can lapse at its expiry. */
export function newLotWrite(contactId: string, lot: Lot, now: Instant): Put {
  return { put: { ...lotKey(contactId, lot), ...lot, ...dueOf(lot, now) }, onlyIf: isNew, refusal: CHANGED };
}

export function lotWrite(contactId: string, seen: Lot, after: Lot, now: Instant): Update {
  const due = dueOf(after, now);
  return {
    update: lotKey(contactId, seen),
    set: { state: after.state, remaining: after.remaining, reversed: after.reversed, ...due },
    ...(due ? {} : { remove: DUE_WORK }),
    onlyIf: {
      allOf: [stillIs("state", seen.state), stillIs("remaining", seen.remaining), stillIs("reversed", seen.reversed)],
    },
    refusal: CHANGED,
  };
}

/** Keeps an occasion; `earning` is what it shall be, one revision after what was seen. */
export function earningWrite(contactId: string, earning: Earning): Put {
  const revision = earning.revision + 1;
  const onlyIf = earning.revision === 0 ? isNew : stillIs("revision", earning.revision);
  return { put: { ...earningKey(contactId, earning.occasion), ...earning, revision }, onlyIf, refusal: CHANGED };
}

/** Counts one more grant of a limited rule, refused beyond its limit. */
export function grantCountWrite(contactId: string, rule: string, limit: { day: string; most: number }): Update {
  const onlyIf: Condition = { anyOf: [{ absent: "made" }, { below: ["made", limit.most] }] };
  return { update: grantCountKey(contactId, rule, limit.day), add: { made: 1 }, onlyIf, refusal: CHANGED };
}

/** An adjustment by hand, by the caller's own id of it. */
export interface AdjustmentRow {
  entryId: string;
  inputHash: string;
}

export function readAdjustment(requestId: string): Promise<(Item & AdjustmentRow) | undefined> {
  return getItem<Item & AdjustmentRow>(adjustmentKey(requestId));
}

export function adjustmentWrite(requestId: string, row: AdjustmentRow): Put {
  return { put: { ...adjustmentKey(requestId), ...row }, onlyIf: isNew, refusal: CHANGED };
}

/** Nobody's books are opened for an id that is no contact. */
export function contactExists(contactId: string): Check {
  return { check: { pk: contactId, sk: "contact" }, onlyIf: { present: "pk" }, refusal: "unknown-contact" };
}

/** The books of a member; they stay under its opaque id. */
export const pointRowKinds: RowKind[] = [
  { sk: "balance", section: "balance", erased: "stays" },
  { sk: LOT_PREFIX, section: "lots", erased: "stays" },
  { sk: "earning#", section: "earnings", erased: "stays" },
  { sk: "grants#", section: "grants", erased: "stays" },
];

/** What falls due in the past is due from now on: the sweep does not look into hours that it has passed. */
function dueOf({ id, state, availableAt, expiresAt }: Lot, now: Instant) {
  const at = state === "pending" ? availableAt : state === "available" ? expiresAt : undefined;
  return at && dueWork("reactions", at > now ? at : now, id);
}

const holds = (attribute: string, points: number): Condition => ({ atLeast: [attribute, points] });

function stillIs(attribute: string, value: unknown): Condition {
  const same: Condition = { equals: [attribute, value] };
  return value === 0 ? { anyOf: [{ absent: attribute }, same] } : same;
}

function lotOf(row: Item & Lot): Lot {
  const {
    pk: _pk,
    sk: _sk,
    queue: _queue,
    dueShard: _dueShard,
    dueAt: _dueAt,
    ...lot
  } = row as Item & Lot & Record<string, unknown>;
  return lot as unknown as Lot;
}
