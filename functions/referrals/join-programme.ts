import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { newSecret } from "../platform/ids.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import { codeFrom } from "./rules/referral-code.ts";
import { joinWrites, type Member, readMember } from "./store.ts";

export type Joined = { ok: true; member: Member } | { ok: false; reason: "unknown-contact" };

/** Makes a contact a member with a referral code of its own; who is one already keeps the code. */
export function joinProgramme(contactId: string, now: Instant): Promise<Joined> {
  return tryAgain(`joining of ${contactId}`, async () => {
    const known = await readMember(contactId);
    if (known) return { ok: true, member: { code: known.code, joinedAt: known.joinedAt } };
    const member = { code: codeFrom(newSecret()), joinedAt: now };
    const outcome = await commit(joinWrites(contactId, member));
    if (outcome.ok) return { ok: true, member };
    return outcome.reason === "unknown-contact" ? { ok: false, reason: "unknown-contact" } : STALE;
  });
}
