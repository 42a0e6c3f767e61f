import { entryId } from "../../functions/points/post-moves.ts";
import { sameBalance } from "../../functions/points/rules/balance.ts";
import type { LedgerEntry } from "../../functions/points/rules/ledger-entry.ts";
import type { Lot } from "../../functions/points/rules/lot.ts";
import { heldInLots, provedBy } from "../../functions/points/rules/proof.ts";
import { mailBreaches } from "./mail-invariants.ts";
import type { ProductState, Row } from "./product-state.ts";

/**
 * Every breach of the invariants I1-I6 and I9 of the product's state, in words; an empty list is what a test wants.
 * Hand in the state of a product that has come to rest. Work may be overdue by `graceMinutes`: the thorough sweep, which
 * looks again at everything that was forwarded and got lost, comes every ten minutes.
 */
export function invariantBreaches(state: ProductState, graceMinutes = 15): string[] {
  return [
    ...bookBreaches(state),
    ...entryBreaches(state),
    ...mailBreaches(state),
    ...overdueBreaches(state, graceMinutes),
    ...stockBreaches(state),
    ...rewardBreaches(state),
  ];
}

/** I1 and I3: entries, balance and lots of every member say the same, and nothing is below zero. */
function bookBreaches({ main, ledger }: ProductState): string[] {
  const ids = new Set([...ledger, ...main.filter(({ sk }) => sk === "balance")].map(({ pk }) => pk));
  return [...ids].flatMap((id) => {
    const { balance, totals } = provedBy(ledger.filter(({ pk }) => pk === id) as unknown as LedgerEntry[]);
    const row = main.find(({ pk, sk }) => pk === id && sk === "balance");
    const figure = (name: string) => Number(row?.[name] ?? 0);
    const cached = { pending: figure("pending"), available: figure("available"), debt: figure("debt") };
    const lots = main.filter(({ pk, sk }) => pk === id && sk.startsWith("lot#")) as unknown as Lot[];
    const held = heldInLots(lots);
    const { earn, adjust, redeem, expire, reverse, outstanding } = totals;
    return [
      ...unless(sameBalance(balance, cached), `I1 ${id}: entries say ${text(balance)}, the balance ${text(cached)}`),
      ...unless(
        held.pending === balance.pending && held.available === balance.available,
        `I1 ${id}: entries say ${text(balance)}, the lots ${text(held)}`,
      ),
      ...unless(Math.min(...Object.values(cached)) >= 0, `I1 ${id}: below zero: ${text(cached)}`),
      ...unless(earn + adjust === outstanding - redeem - expire - reverse, `I3 ${id}: ${text(totals)}`),
    ];
  });
}

/** I2: an entry's id is unique and follows from its cause; its two sides are equal. */
function entryBreaches({ ledger }: ProductState): string[] {
  const entries = ledger as unknown as (Row & LedgerEntry)[];
  const once = new Set(entries.map(({ id }) => id)).size === entries.length;
  return [
    ...unless(once, "I2: two ledger entries share an id"),
    ...entries.flatMap((entry) => [
      ...unless(entry.cause !== "", `I2 ${entry.id}: has no cause`),
      ...unless(entry.id === entry.sk && entry.id === idFor(entry), `I2 ${entry.id}: does not follow from its cause`),
      ...unless(sumOf(entry) === 0, `I2 ${entry.id}: its two sides differ`),
    ]),
  ];
}

function idFor({ contactId, at, kind, cause, decidedBy }: LedgerEntry): string {
  const rule = "rule" in decidedBy ? decidedBy.rule : "by-hand";
  return entryId(contactId, at, kind, cause, rule);
}

const sumOf = ({ postings }: LedgerEntry): number => postings.reduce((sum, { points }) => sum + points, 0);

/** I6: no work stays due. A worker that died, a note that got lost: the sweep must have brought it back. */
function overdueBreaches({ main, now }: ProductState, graceMinutes: number): string[] {
  const latest = new Date(Date.parse(now) - graceMinutes * 60_000).toISOString();
  return main
    .filter(({ queue, dueAt }) => queue !== undefined && String(dueAt) < latest)
    .map(({ pk, sk, dueAt }) => `I6 ${pk} ${sk}: due since ${dueAt}, and it is ${now}`);
}

/** I9: places are neither below zero nor over their limit, and as many are taken as somebody holds. */
function stockBreaches({ main }: ProductState): string[] {
  const offers = main.flatMap(({ pk, offer }) => (pk === "programme" && offer ? [offer as Offer] : []));
  return offers.flatMap(({ name, stock }) => {
    const periods = main.filter(({ pk, sk }) => pk === `offer#${name}` && sk.startsWith("stock#"));
    const taken = periods.reduce((sum, row) => sum + Number(row.taken), 0);
    const orders = main.filter(({ pk, sk }) => pk === `offer#${name}` && sk.startsWith("order#")).length;
    const trials = main.filter(({ sk }) => sk === `trial#${name}`).length;
    return [
      ...unless(taken === orders + trials, `I9 ${name}: ${taken} places taken, ${orders + trials} held`),
      ...periods
        .filter((row) => Number(row.taken) < 0 || Number(row.taken) > stock)
        .map(({ sk, taken: each }) => `I9 ${name} ${sk}: ${each} of ${stock} places taken`),
    ];
  });
}

/** I9 for rewards: as many are taken as members hold, and not more than there are. */
function rewardBreaches({ main }: ProductState): string[] {
  const rewards = main.flatMap(({ pk, reward }) => (pk === "programme" && reward ? [reward as Partial<Offer>] : []));
  const held = main.filter(({ sk, state }) => sk.startsWith("redemption#") && state !== "cancelled");
  return rewards.flatMap(({ name, stock = Number.POSITIVE_INFINITY }) => {
    const taken = Number(main.find(({ pk, sk }) => pk === `reward#${name}` && sk === "stock")?.taken ?? 0);
    const theirs = held.filter(({ reward }) => (reward as Offer).name === name).length;
    return [
      ...unless(taken === theirs, `I9 reward ${name}: ${taken} taken, ${theirs} held`),
      ...unless(taken >= 0 && taken <= stock, `I9 reward ${name}: ${taken} of ${stock} taken`),
    ];
  });
}

interface Offer {
  name: string;
  stock: number;
}

const unless = (holds: boolean, breach: string): string[] => (holds ? [] : [breach]);

const text = (value: unknown): string => JSON.stringify(value);
