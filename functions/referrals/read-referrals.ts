import { friendsPage, type Member, readMember } from "./store.ts";

/** A member's code and when the member joined, or undefined for a contact who has not. */
export async function readMembership(contactId: string): Promise<Member | undefined> {
  const member = await readMember(contactId);
  return member && { code: member.code, joinedAt: member.joinedAt };
}

/** One page of the friends that a member brought, with their state; `next` continues it. */
export async function readReferrals(contactId: string, limit: number, after?: string) {
  const page = await friendsPage(contactId, limit, after);
  const referrals = page.items.map(({ friendId, friendName, state, attributedAt, holdEndsAt, points }) => ({
    friendId,
    ...(friendName ? { friendName } : {}),
    state,
    attributedAt,
    ...(holdEndsAt ? { holdEndsAt } : {}),
    ...(points ? { points } : {}),
  }));
  return { referrals, ...(page.next ? { next: page.next } : {}) };
}
