import { addressHash } from "../platform/address-hash.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import { reasonSaid } from "./rules/reason-said.ts";
import { type Suppression, suppressionIn } from "./rules/suppression.ts";
import { findContactId } from "./store.ts";
import {
  readSuppressionRecord,
  readSuppressionRequest,
  type SuppressionRequestRow,
  suppressionRequestWrite,
} from "./suppression-store.ts";
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
    const { requestId, email, said } = asked;
    const askedHash = (await addressHash())(JSON.stringify([email, said]));
    const before = await readSuppressionRequest(requestId);
    if (before) return takenBefore(before, askedHash, asked);
    const { writes, answer, isNews } = await changeFor(asked, now);
    const { reason, at } = answer;
    const row = { requestId, asked: askedHash, answer: { reason, at }, isNews };
    const done = await commit([...writes, suppressionRequestWrite(row, now)]);
    return done.ok ? { ok: true, suppression: answer } : STALE;
  });
}

function takenBefore(before: SuppressionRequestRow, hash: string, { said }: SuppressionAsked): SuppressionTaken {
  const { asked, answer, isNews } = before;
  if (asked !== hash) return { ok: false, reason: "idempotency-conflict" };
  return { ok: true, suppression: { ...answer, ...(isNews ? noteSaid(said) : {}) } };
}

async function changeFor({ email, said, requestId }: SuppressionAsked, now: Instant) {
  const [kept, contactId] = await Promise.all([readSuppressionRecord(email), findContactId(email)]);
  const news: Suppression = { ...reasonSaid(said), at: now, by: "integrator" };
  const writes = suppressionWrites({ email, kept, contactId }, news, { at: now, cause: requestId });
  const held = writes.length === 0 ? suppressionIn(kept) : undefined;
  const { reason, at } = held ?? news;
  return { writes, isNews: !held, answer: { reason, at, ...(held ? {} : noteSaid(said)) } };
}

/** Somebody's words are told back to who said them, and are not kept with the request. */
function noteSaid(said: string): Pick<Suppression, "note"> {
  const { note } = reasonSaid(said);
  return note ? { note } : {};
}
