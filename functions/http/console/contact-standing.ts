import { type MemberNow, readMember } from "../../members/read-member.ts";
import type { Instant } from "../../platform/clock.ts";
import { readAdvocate } from "../../referrals/read-advocate.ts";
import { readReferrals } from "../../referrals/read-referrals.ts";
import { listTrials } from "../../trials/list-trials.ts";
import type { ConsoleContact, ContactTier } from "../routes/console-contacts.ts";

export type ContactStanding = Pick<
  ConsoleContact,
  "trials" | "balance" | "tier" | "referralCode" | "broughtBy" | "friends"
>;

/** A contact's page lists this many friends; the timeline tells of the others. */
const MOST_FRIENDS = 50;

/** What a contact has in the programme: trials, points, tier and the friends brought; undefined for nobody. */
export async function contactStanding(contactId: string, at: Instant): Promise<ContactStanding | undefined> {
  const [member, trials, advocateId, { referrals }] = await Promise.all([
    readMember(contactId, at),
    listTrials(contactId),
    readAdvocate(contactId),
    readReferrals(contactId, MOST_FRIENDS),
  ]);
  if (!member) return undefined;
  const { pending, available, debt } = member.balance;
  return {
    trials: trials.map(({ offer, startedAt, endsAt, usedAt = null }) => ({ offer, startedAt, endsAt, usedAt })),
    balance: { pending, available, debt },
    tier: member.code ? tierView(member) : null,
    referralCode: member.code ?? null,
    broughtBy: advocateId ?? null,
    friends: referrals.map(({ friendId, friendName = "", state }) => ({ id: friendId, name: friendName, state })),
  };
}

/** A contact who never joined holds the lowest tier only in theory, so none is shown. */
function tierView({ tier, nextTier, standing }: MemberNow): ContactTier {
  const { qualifyingPoints, toNext, until } = standing;
  return { title: tier.title, qualifyingPoints, nextTitle: nextTier?.title ?? null, toNext, until };
}
