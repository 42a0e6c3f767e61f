import portal from "../../../templates/pages/portal.hbs";
import { dateWords } from "../format.ts";
import type { PageFrame } from "../page-frame.ts";
import { renderPage } from "../render-page.ts";
import { words } from "../words.ts";
import { qrPath } from "./qr-path.ts";
import { type PortalRedemption, type PortalReward, redemptionView, rewardView } from "./rewards.ts";
import { shareWays } from "./share-ways.ts";

/** What a member sees: the values of `GET /v1/me` and of the lists below it. */
export interface PortalModel {
  name?: string | undefined;
  email: string;
  /** The trial that is running, and where it is used. */
  trial?: { title: string; endsAt: string; startUrl: string } | undefined;
  balance: PortalBalance;
  /** Points that become available later, the soonest first. */
  pendingLots: { points: number; availableAt: string }[];
  tier: PortalTier;
  /** Without a code there is no link to share yet. */
  referral: { code: string; link: string; points?: number | undefined };
  referrals: PortalReferral[];
  /** The newest first. */
  entries: PortalEntry[];
  /** Where older entries are, if there are any. */
  olderPath?: string | undefined;
  /** The programme's earning rules in the member's language; `points` as words ("1 a euro", "50"). */
  waysToEarn: { title: string; points: string }[];
  /** What points can be spent on, and what they were spent on. */
  rewards: PortalReward[];
  redemptions: PortalRedemption[];
  notice?: "language-saved" | undefined;
  /** What became of the button just pressed. */
  rewardNotice?: "had" | "refused" | "cancelled" | undefined;
}

export interface PortalBalance {
  available: number;
  pending: number;
  debt: number;
  expiringNext?: { points: number; expiresAt: string } | undefined;
}

export interface PortalTier {
  name: string;
  perks: string[];
  qualifyingPoints: number;
  /** The tier above; none for whoever has reached the highest. */
  toNext?: { name: string; threshold: number; missingPoints: number } | undefined;
  /** What is missing to keep this tier; none for whoever is safe, or has nothing to lose. */
  toStay?: { missingPoints: number } | undefined;
  until?: string | undefined;
}

export interface PortalReferral {
  friendName?: string | undefined;
  joinedAt: string;
  state: "pending" | "qualified" | "rewarded" | "rejected";
  points?: number | undefined;
}

export interface PortalEntry {
  at: string;
  /** The rule or the person that caused it, in words. */
  reason: string;
  points: number;
  /** Set while the points are still pending. */
  availableAt?: string | undefined;
  /** What could be spent after this entry. */
  availableAfter?: number | undefined;
}

/** The advocate's portal: one page with everything there is to look up and to pass on. */
export function portalPage(model: PortalModel, frame: PageFrame): string {
  const { locale } = frame;
  const view = {
    ...model,
    hello: model.name ? words(locale, "portal.hello", { name: model.name }) : words(locale, "portal.helloNameless"),
    notice: model.notice && words(locale, "portal.languageSaved"),
    rise: riseOf(model.tier),
    share: model.referral.code ? shareOf(model, frame) : undefined,
    rewardNotice: model.rewardNotice && words(locale, `portal.rewards.notices.${model.rewardNotice}`),
    rewards: model.rewards.map((each) => rewardView(each, frame)),
    redemptions: model.redemptions.map((each) => redemptionView(each, frame)),
    friends: model.referrals.map((each) => friendView(each, frame)),
    entries: model.entries.map((each) => entryView(each, frame)),
  };
  return renderPage(portal, words(locale, "portal.title"), view, frame);
}

function riseOf({ qualifyingPoints, toNext }: PortalTier): { percent: number } | undefined {
  if (!toNext) return undefined;
  // Rounded down: the bar is full only when the tier is reached.
  const share = toNext.threshold > 0 ? qualifyingPoints / toNext.threshold : 0;
  return { percent: Math.max(0, Math.min(99, Math.floor(share * 100))) };
}

function shareOf({ referral }: PortalModel, { locale, brand }: PageFrame) {
  const { link, points } = referral;
  const invitation = points
    ? words(locale, "share.invitationPoints", { count: points })
    : words(locale, "share.invitation");
  return { invitation, ways: shareWays(link, brand.name, locale), qr: qrPath(link) };
}

function friendView(referral: PortalReferral, { locale }: PageFrame) {
  const name = referral.friendName || words(locale, "portal.friends.someone");
  return { ...referral, name, stateWords: stateWords(referral, locale) };
}

function stateWords({ state, points }: PortalReferral, locale: PageFrame["locale"]): string {
  if (state === "pending" || state === "rejected") return words(locale, `portal.friends.${state}`);
  if (points) return words(locale, `portal.friends.${state}`, { count: points });
  return words(locale, `portal.friends.${state}Plain`);
}

function entryView(entry: PortalEntry, { locale, zone }: PageFrame) {
  const { availableAt, availableAfter, points } = entry;
  const from = availableAt && dateWords(availableAt, "short", locale, zone);
  return {
    ...entry,
    hasBalance: availableAfter !== undefined,
    stateWords: from && words(locale, "portal.history.pending", { date: from }),
    sign: points < 0 ? "less" : from ? "waiting" : "more",
  };
}
