import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { Write } from "../platform/writes.ts";
import { inputHash } from "./input-hash.ts";
import { entryId, type Posted, postMoves } from "./post-moves.ts";
import type { EarnedGrant, Earning } from "./rules/earning.ts";
import type { EarningRule } from "./rules/earning-rule.ts";
import { type EarningContext, type EarningEvent, earningsFor, type Grant } from "./rules/earnings-for.ts";
import { type Books, booksAfter } from "./rules/move.ts";
import { moveForEarning } from "./rules/move-for-earning.ts";
import { settleRefund } from "./settle-refund.ts";
import { CHANGED, earningWrite, grantCountWrite, readBalanceRow, readEarning, readGrantCount } from "./store.ts";

/** What an event earned: now, or already when it was delivered before. */
export type Earned = { ok: true; grants: EarnedGrant[] } | { ok: false; reason: string };

/** Grants the points that an event earns by the rules, once for each occasion, however often the event arrives. */
export async function earnPoints(
  input: { event: EarningEvent; rules: EarningRule[] } & EarningContext,
  now: Instant,
): Promise<Earned> {
  const outcomes = earningsFor(input.event, input.rules, input);
  const granted = outcomes.filter((outcome) => outcome.ok);
  const results: Earned[] = [];
  for (const grants of byOccasion(granted)) results.push(await earnOccasion(input.event, grants, now));
  const done = results.filter((result) => result.ok);
  if (done.length > 0) return { ok: true, grants: done.flatMap(({ grants }) => grants) };
  const refusal = [...results, ...outcomes].find((each) => !each.ok);
  return { ok: false, reason: refusal?.reason ?? "no-rule" };
}

function byOccasion(grants: Grant[]): [Grant, ...Grant[]][] {
  const groups = Map.groupBy(grants, ({ contactId, occasion }) => `${contactId}#${occasion}`);
  return [...groups.values()] as [Grant, ...Grant[]][];
}

async function earnOccasion(event: EarningEvent, grants: [Grant, ...Grant[]], now: Instant): Promise<Earned> {
  const [{ contactId, occasion }] = grants;
  const earned = await tryAgain(`earning ${occasion}`, async () => {
    const earning = await readEarning(contactId, occasion);
    if (earning.cause) return earnedBefore(event, earning);
    const allowed = await withinLimits(grants);
    if (allowed.length === 0) return { ok: false as const, reason: "daily-limit" };
    return commitEarning(event, earning, allowed, now);
  });
  // Refunds that overtook their purchase have waited for it; a crash right here is mended by the next delivery.
  if (earned.ok) for (const refund of earned.waiting) await settleRefund({ contactId, occasion, refund }, now);
  return earned.ok ? { ok: true, grants: earned.grants } : earned;
}

type OccasionEarned =
  | { ok: true; grants: EarnedGrant[]; waiting: Earning["refunds"] }
  | { ok: false; reason: "already-earned" | "conflict" | "daily-limit" };

function earnedBefore(event: EarningEvent, earning: Earning): OccasionEarned {
  if (earning.cause !== event.id) return { ok: false, reason: "already-earned" };
  if (earning.inputHash !== hashOf(event)) return { ok: false, reason: "conflict" };
  return { ok: true, grants: earning.grants, waiting: earning.refunds.filter(({ settled }) => !settled) };
}

async function withinLimits(grants: Grant[]): Promise<Grant[]> {
  const counts = grants.map(async ({ contactId, rule, limit }) =>
    limit ? (await readGrantCount(contactId, rule, limit.day)) < limit.most : true,
  );
  const allowed = await Promise.all(counts);
  return grants.filter((_, at) => allowed[at]);
}

async function commitEarning(
  event: EarningEvent,
  earning: Earning,
  grants: Grant[],
  now: Instant,
): Promise<OccasionEarned | typeof STALE> {
  const [{ contactId }] = grants as [Grant];
  const seen: Books = { balance: await readBalanceRow(contactId), lots: [] };
  const earned = grants.map((grant) => earnedGrant(event, grant));
  const purchase = event.type === "purchase.recorded" ? event.data : undefined;
  const after: Earning = {
    ...earning,
    cause: event.id,
    inputHash: hashOf(event),
    ...(purchase ? { totalMinor: purchase.totalMinor, currency: purchase.currency } : {}),
    grants: earned,
  };
  const outcome = await commit([
    earningWrite(contactId, after),
    ...postMoves(contactId, seen, grantMoves(event, grants, seen, now), now),
    ...grants.flatMap((grant) => followUps(event, grant, now)),
  ]);
  if (!outcome.ok) return outcome.reason === CHANGED ? STALE : { ok: false, reason: "conflict" };
  return { ok: true, grants: earned, waiting: earning.refunds };
}

function grantMoves(event: EarningEvent, grants: Grant[], seen: Books, now: Instant): Posted[] {
  let books = seen;
  return grants.map((grant) => {
    const { rule, version, points, contactId, occasion, availableAt, expiresAt } = grant;
    const id = idOf(event, grant);
    const lot = { id, points, earnedAt: event.at, availableAt, expiresAt, qualifies: true, rule, version };
    const move = moveForEarning(books.balance, lot, isPending(event, grant));
    books = booksAfter(books, move);
    const decision = { cause: event.id, occasion, decidedBy: { rule, version }, availableAt, expiresAt };
    const head = { id, contactId, kind: "earn", at: event.at, recordedAt: now, ...decision, lotId: id } as const;
    return { head: { ...head, inputHash: hashOf(event) }, move };
  });
}

function followUps(event: EarningEvent, grant: Grant, now: Instant): Write[] {
  const { contactId, rule, points, availableAt, limit } = grant;
  const entry = idOf(event, grant);
  const pending = isPending(event, grant);
  const told = { entryId: entry, points, rule, pending, ...(pending ? { availableAt } : {}) };
  const earned = eventOf("points.earned", { contactId, at: now, cause: entry }, told);
  return [recordEvent(earned), ...(limit ? [grantCountWrite(contactId, rule, limit)] : [])];
}

function earnedGrant(event: EarningEvent, grant: Grant): EarnedGrant {
  const { rule, version, points, rate } = grant;
  return {
    entryId: idOf(event, grant),
    rule,
    version,
    points,
    reversed: 0,
    earnedAt: event.at,
    ...(rate ? { rate } : {}),
  };
}

/** Points with a waiting time wait even when their event arrives after it: the same entries, whenever processed. */
function isPending(event: EarningEvent, { availableAt }: Grant): boolean {
  return availableAt > event.at;
}

function idOf(event: EarningEvent, { contactId, rule }: Grant): string {
  return entryId(contactId, event.at, "earn", event.id, rule);
}

function hashOf({ id, type, at, contactId, data }: EarningEvent): string {
  return inputHash({ id, type, at, contactId, data });
}
