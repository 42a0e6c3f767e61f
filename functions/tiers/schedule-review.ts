import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import { nextRun } from "./rules/run-days.ts";
import { firstTierWrite, readTierRow, type TierRow, tierDueWrite } from "./store.ts";

/** Makes a member's tier due for review at the next run, because the member's points changed. */
export function scheduleReview(contactId: string, now: Instant): Promise<{ ok: true; dueAt: Instant }> {
  return tryAgain(`tier review of ${contactId}`, async () => {
    const row = await readTierRow(contactId);
    const dueAt = nextRun(now);
    if (row?.dueAt && row.dueAt > now && row.dueAt <= dueAt) return { ok: true, dueAt: row.dueAt };
    const outcome = await commit([row ? scheduled(contactId, row, now) : firstTierWrite(contactId, dueAt)]);
    return outcome.ok ? { ok: true, dueAt } : STALE;
  });
}

function scheduled(contactId: string, row: TierRow, now: Instant) {
  // A review that is due already will see the new points; it must only not be decided on the old ones.
  const outstanding = row.dueAt !== undefined && row.dueAt <= now;
  return tierDueWrite(contactId, row, outstanding ? undefined : nextRun(now));
}
