import { daysAfter, type Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { Write } from "../platform/writes.ts";
import { readLots } from "../points/read-lots.ts";
import { MOST_PENDING_DAYS } from "../points/rules/earning-rule.ts";
import { qualifyingPoints } from "./rules/qualifying-points.ts";
import { reviewOfTier, type TierNews, type TierReview } from "./rules/review-of-tier.ts";
import { runUpTo } from "./rules/run-days.ts";
import type { TierProgramme } from "./rules/tier.ts";
import { ladder } from "./rules/tier-for.ts";
import { readTierRow, stateOf, type TierRow, tierReviewedWrite } from "./store.ts";

export type TierReviewed = ({ ok: true } & TierNews) | { ok: false; reason: "not-found" | "not-due" };

/** Reviews the tier of one member whose review is due, and announces what changed; a second time it changes nothing. */
export function reviewTier(contactId: string, programme: TierProgramme, now: Instant): Promise<TierReviewed> {
  return tryAgain(`tier review of ${contactId}`, async () => {
    const row = await readTierRow(contactId);
    if (!row) return { ok: false, reason: "not-found" };
    if (!row.dueAt || row.dueAt > now) return { ok: false, reason: "not-due" };
    return review(contactId, row, programme, now);
  });
}

async function review(
  contactId: string,
  row: TierRow,
  programme: TierProgramme,
  now: Instant,
): Promise<TierReviewed | typeof STALE> {
  const runAt = runUpTo(now);
  const before = stateOf(row) ?? { tier: ladder(programme.tiers)[0].name, since: runAt };
  // A lot is filed under when it was earned, but counts from when it became available.
  const lots = await readLots(contactId, daysAfter(runAt, -programme.policy.windowDays - MOST_PENDING_DAYS));
  const outcome = reviewOfTier(before, qualifyingPoints(lots), programme, runAt);
  const written = await commit([
    tierReviewedWrite(contactId, row, outcome.state, outcome),
    ...announcements(contactId, outcome, runAt, now),
  ]);
  if (!written.ok) return STALE;
  const { changed, atRisk } = outcome;
  return { ok: true, ...(changed ? { changed } : {}), ...(atRisk ? { atRisk } : {}) };
}

function announcements(contactId: string, { changed, atRisk }: TierReview, runAt: Instant, now: Instant): Write[] {
  const about = { contactId, at: now, cause: runAt };
  return [
    ...(changed ? [recordEvent(eventOf("tier.changed", about, changed))] : []),
    ...(atRisk ? [recordEvent(eventOf("tier.at-risk", about, atRisk))] : []),
  ];
}
