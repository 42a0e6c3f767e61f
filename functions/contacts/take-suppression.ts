import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import { reasonSaid } from "./rules/reason-said.ts";
import { type Suppression, suppressionIn } from "./rules/suppression.ts";
import {
  findContactId,
  readSuppressionRecord,
  readSuppressionRequest,
  type SuppressionRequestRow,
  suppressionRequestWrite,
} from "./store.ts";
import { suppressionWrites } from "./suppression-writes.ts";

export interface SuppressionAsked {
  email: string;
  /** Why, in the integrator's words. */
  said: string;
  /** The integrator's own id of this request: the same id a second time is the same request. */
  requestId: string;
}

export type SuppressionTaken = { ok: true; suppression: Suppression } | { ok: false; reason: "idempotency-conflict" };

/** Suppresses an address for an integrator; one that is suppressed already stays as it is. */
export function takeSuppression(asked: SuppressionAsked, now: Instant): Promise<SuppressionTaken> {
  return tryAgain("suppressing an address for an integrator", async () => {
    const before = await readSuppressionRequest(asked.requestId);
    if (before) return takenBefore(before, asked);
    const { writes, answer } = await changeFor(asked, now);
    const done = await commit([...writes, suppressionRequestWrite({ ...asked, answer }, now)]);
    return done.ok ? { ok: true, suppression: answer } : STALE;
  });
}

function takenBefore({ email, said, answer }: SuppressionRequestRow, asked: SuppressionAsked): SuppressionTaken {
  const isSame = email === asked.email && said === asked.said;
  return isSame ? { ok: true, suppression: answer } : { ok: false, reason: "idempotency-conflict" };
}

async function changeFor({ email, said, requestId }: SuppressionAsked, now: Instant) {
  const [kept, contactId] = await Promise.all([readSuppressionRecord(email), findContactId(email)]);
  const news: Suppression = { ...reasonSaid(said), at: now, by: "integrator" };
  const writes = suppressionWrites({ email, kept, contactId }, news, { at: now, cause: requestId });
  const { reason, at, note } = (writes.length === 0 && suppressionIn(kept)) || news;
  return { writes, answer: { reason, at, ...(note ? { note } : {}) } };
}
