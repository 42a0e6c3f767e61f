import type { Locale } from "../contacts/rules/contact.ts";
import type { MemberNow } from "../members/read-member.ts";
import type { PortalDetails } from "../members/read-portal.ts";
import { type Instant, secondsAfter } from "../platform/clock.ts";
import type { LedgerLine } from "../points/read-ledger.ts";
import type { EarningRule } from "../points/rules/earning-rule.ts";
import { moneyWords } from "./format.ts";
import type { PortalEntry, PortalModel, PortalTier } from "./pages/portal.ts";
import { redemptionModel, rewardModel } from "./reward-model.ts";
import { words } from "./words.ts";

interface Reader {
  locale: Locale;
  baseUrl: string;
  now: Instant;
  /** The number of this page's wishes. */
  wish: string;
}

/** A member's standing and lists as the portal's page shows them. */
export function portalModel(member: MemberNow, details: PortalDetails, reader: Reader): PortalModel {
  const { contact, balance, code = "" } = member;
  const { available, pending, debt, expiringNext } = balance;
  const points = details.rules.find(({ on, to }) => on === "referral.qualified" && to !== "friend");
  const waiting = details.lots.filter(({ state, remaining }) => state === "pending" && remaining > 0);
  return {
    name: contact.name,
    email: contact.email,
    ...trialOf(details, reader),
    balance: {
      available,
      pending,
      debt,
      ...(expiringNext ? { expiringNext: { points: expiringNext.points, expiresAt: expiringNext.at } } : {}),
    },
    pendingLots: waiting.map(({ remaining, availableAt }) => ({ points: remaining, availableAt })),
    tier: tierOf(member, reader),
    referral: { code, link: `${reader.baseUrl}/r/${code}`, ...(points ? { points: fixedPoints(points) } : {}) },
    referrals: details.referrals.map((each) => ({ ...each, joinedAt: each.attributedAt })),
    entries: details.entries.filter(isToldToMembers).map((line) => entryOf(line, details, reader)),
    ...(details.next ? { olderPath: `/me?next=${encodeURIComponent(details.next)}` } : {}),
    rewards: details.rewards.map((each) => rewardModel(each, reader.locale, reader.wish)),
    redemptions: details.redemptions.map((each) => redemptionModel(each, reader.locale)),
    waysToEarn: waysToEarn(details.rules, reader.locale),
  };
}

function trialOf({ trial }: PortalDetails, { locale, now }: Reader): Pick<PortalModel, "trial"> {
  if (!trial || trial.endsAt <= now) return {};
  return { trial: { title: trial.offer.title[locale], endsAt: trial.endsAt, startUrl: trial.offer.url } };
}

/** A tier that could fall a year from now is no news; within this time there is still something to be done about it. */
const FALL_IN_SIGHT_SECONDS = 90 * 86_400;

function tierOf({ tier, nextTier, standing }: MemberNow, { locale, now }: Reader): PortalTier {
  const { qualifyingPoints, toStay, toNext, until } = standing;
  const next = nextTier && { name: nextTier.title[locale], threshold: nextTier.from, missingPoints: toNext ?? 0 };
  const isInSight = until !== null && until <= secondsAfter(now, FALL_IN_SIGHT_SECONDS);
  return {
    name: tier.title[locale],
    perks: tier.perks[locale],
    qualifyingPoints,
    ...(next ? { toNext: next } : {}),
    ...(toStay > 0 && isInSight ? { toStay: { missingPoints: toStay } } : {}),
    ...(until ? { until } : {}),
  };
}

/** That points have waited long enough is told by the entry that earned them; a line of its own would count twice. */
function isToldToMembers({ kind, points }: LedgerLine): boolean {
  return kind !== "release" && points !== 0;
}

function entryOf(line: LedgerLine, details: PortalDetails, { locale, now }: Reader): PortalEntry {
  const { kind, at, availableAt, points } = line;
  const reason = reasonOf(line, details, locale);
  // Taken back are points that were earned; given back are points that were spent, and that says so itself.
  const taken = (kind === "reverse" && points < 0) || kind === "expire" || kind === "redeem";
  const given = kind === "reverse" && points > 0;
  return {
    at,
    reason:
      kind === "earn" || kind === "adjust" || given
        ? reason
        : words(locale, `portal.history.kinds.${kind}`, { reason }),
    points: taken ? -Math.abs(points) : points,
    ...(availableAt && availableAt > now ? { availableAt } : {}),
  };
}

function reasonOf({ cause, decidedBy }: LedgerLine, { rules, redemptions }: PortalDetails, locale: Locale): string {
  const redeemed = redemptions.find(({ id }) => id === cause)?.reward.title[locale];
  if ("reason" in decidedBy) return redeemed ? `${redeemed}: ${decidedBy.reason}` : decidedBy.reason;
  if (redeemed) return redeemed;
  const rule = rules.find(({ name, version }) => name === decidedBy.rule && version === decidedBy.version);
  return rule?.title[locale] ?? decidedBy.rule;
}

function waysToEarn(rules: EarningRule[], locale: Locale): PortalModel["waysToEarn"] {
  const newest = new Map(rules.toSorted((a, b) => a.version - b.version).map((rule) => [rule.name, rule]));
  const own = [...newest.values()].filter(({ to }) => to !== "friend");
  return own.map((rule) => ({ title: rule.title[locale], points: earningWords(rule, locale) }));
}

function earningWords({ earn }: EarningRule, locale: Locale): string {
  if (!("perMinor" in earn)) return String(earn.points);
  const amount = moneyWords(earn.perMinor, earn.currency, locale);
  return words(locale, "portal.rate", { points: earn.points, amount });
}

function fixedPoints({ earn }: EarningRule): number {
  return earn.points;
}
