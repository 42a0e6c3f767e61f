import type { Instant } from "../platform/clock.ts";
import { exists, isNew } from "../platform/conditions.ts";
import { getItem, queryPage } from "../platform/dynamo.ts";
import type { Item, Key } from "../platform/items.ts";
import type { RowKind } from "../platform/row-kinds.ts";
import { DUE_WORK, dueWork } from "../platform/work-rows.ts";
import type { Check, Delete, Put, Update } from "../platform/writes.ts";
import type { Referral, ReferralState } from "./rules/referral.ts";

/** The sort key of a friend's referral row, by which a worker knows what it was handed. */
export const REFERRAL = "referral";

/** A contact in the programme. */
export interface Member {
  code: string;
  joinedAt: Instant;
}

/** A friend as the advocate sees one. */
export interface BroughtFriend {
  friendId: string;
  friendName?: string;
  state: ReferralState;
  attributedAt: Instant;
  holdEndsAt?: Instant;
  points?: number;
}

const memberKey = (contactId: string): Key => ({ pk: contactId, sk: "member" });
const codeKey = (code: string): Key => ({ pk: `code#${code}`, sk: "member" });
const referralKey = (friendId: string): Key => ({ pk: friendId, sk: REFERRAL });
const friendKey = (advocateId: string, friendId: string): Key => ({ pk: advocateId, sk: `friend#${friendId}` });

export function readMember(contactId: string): Promise<(Item & Member) | undefined> {
  return getItem<Item & Member>(memberKey(contactId));
}

export async function readCodeOwner(code: string): Promise<string | undefined> {
  return (await getItem<Item & { contactId: string }>(codeKey(code)))?.contactId;
}

export function readReferral(friendId: string): Promise<(Item & Referral) | undefined> {
  return getItem<Item & Referral>(referralKey(friendId));
}

/** One page of the friends that an advocate brought, the newest contacts first. */
export function friendsPage(advocateId: string, limit: number, after?: string) {
  const selection = { pk: advocateId, prefix: "friend#", descending: true, limit } as const;
  return queryPage<Item & BroughtFriend>({ ...selection, ...(after ? { after } : {}) });
}

/** A contact joins, with a code that leads back to it. */
export function joinWrites(contactId: string, member: Member): (Put | Check)[] {
  return [
    { check: { pk: contactId, sk: "contact" }, onlyIf: { present: "pk" }, refusal: "unknown-contact" },
    { put: { ...memberKey(contactId), ...member }, onlyIf: isNew, refusal: "already-member" },
    { put: { ...codeKey(member.code), contactId }, onlyIf: isNew, refusal: "code-taken" },
  ];
}

/** A new referral, and the friend in the advocate's list; whoever is brought already stays with the first advocate. */
export function newReferralWrites(referral: Referral, friendName: string | undefined): Put[] {
  const { friendId, advocateId, state, attributedAt } = referral;
  const listed: BroughtFriend = { friendId, state, attributedAt, ...(friendName ? { friendName } : {}) };
  return [
    { put: { ...referralKey(friendId), ...referral }, onlyIf: isNew, refusal: "already-attributed" },
    { put: { ...friendKey(advocateId, friendId), ...listed }, onlyIf: isNew, refusal: "already-attributed" },
  ];
}

/** Nobody is led to a member who was erased. */
export function codeErasedWrite(code: string): Delete {
  return { delete: codeKey(code) };
}

/** Takes the name of a friend who was erased out of the advocate's list. */
export function friendNamelessWrite(advocateId: string, friendId: string): Update {
  const update = friendKey(advocateId, friendId);
  return { update, remove: ["friendName"], onlyIf: exists, refusal: "not-found" };
}

/** Who brought whom: the books of the referrals stay, with ids in place of names. */
export const referralRowKinds: RowKind[] = [
  { sk: "member", section: "membership", erased: "goes" },
  { sk: REFERRAL, section: "broughtBy", erased: "stays" },
  { sk: "friend#", section: "friends", erased: () => ({ remove: ["friendName"] }) },
];

/** Keeps a changed referral; while it is qualified it is due work at the end of its hold. */
export function referralWrites(seen: Referral, after: Referral, now: Instant): Update[] {
  const { state, order, holdEndsAt, points, rewardedAt, rejectedAt, refunds } = after;
  // A hold that is over already ends now: the sweep does not look into hours that it has passed.
  const endsAt = holdEndsAt && holdEndsAt > now ? holdEndsAt : now;
  const due = state === "qualified" ? dueWork("reactions", endsAt, after.friendId) : undefined;
  const referral: Update = {
    update: referralKey(after.friendId),
    set: { state, order, holdEndsAt, points, rewardedAt, rejectedAt, refunds, revision: seen.revision + 1, ...due },
    ...(due ? {} : { remove: DUE_WORK }),
    onlyIf: { equals: ["revision", seen.revision] },
    refusal: "changed-meanwhile",
  };
  const listed: Update = { update: friendKey(after.advocateId, after.friendId), set: { state, holdEndsAt, points } };
  return state === seen.state ? [referral] : [referral, listed];
}
