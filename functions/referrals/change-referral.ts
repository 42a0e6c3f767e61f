import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { STALE } from "../platform/try-again.ts";
import type { Write } from "../platform/writes.ts";
import type { Referral } from "./rules/referral.ts";
import { referralWrites } from "./store.ts";

/** Commits a changed referral with the news of it to the advocate, all or nothing. */
export async function changeReferral(seen: Referral, after: Referral, now: Instant): Promise<Referral | typeof STALE> {
  const outcome = await commit([...referralWrites(seen, after, now), ...news(seen, after, now)]);
  return outcome.ok ? after : STALE;
}

function news(seen: Referral, after: Referral, now: Instant): Write[] {
  if (seen.state === after.state) return [];
  const { friendId, advocateId, points = 0, order } = after;
  const about = { contactId: advocateId, cause: friendId };
  // A referral qualifies when the friend bought, however late that is heard of: the points wait from then on.
  if (after.state === "qualified")
    return [recordEvent(eventOf("referral.qualified", { ...about, at: order?.at ?? now }, { friendId, points }), now)];
  if (after.state === "rewarded")
    return [recordEvent(eventOf("referral.rewarded", { ...about, at: now }, { friendId, points }))];
  return [recordEvent(eventOf("referral.rejected", { ...about, at: now }, { friendId }))];
}
