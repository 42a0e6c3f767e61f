import * as Instants from "temporal-polyfill/fns/Instant";
import * as Days from "temporal-polyfill/fns/PlainDate";
import * as Zoned from "temporal-polyfill/fns/ZonedDateTime";
import { daysAfter, type Instant } from "../../platform/clock.ts";
import type { EventOf } from "../../platform/events.ts";
import type { EarningRule } from "./earning-rule.ts";
import { newestValid } from "./newest-valid.ts";
import { MOST_POINTS, pointsForAmount, type Rate } from "./points-for-amount.ts";

/** The events that can earn points. */
export type EarningEvent = {
  [T in EarningRule["on"]]: EventOf<T>;
}[EarningRule["on"]];

/** What the answer depends on besides event and rules. */
export interface EarningContext {
  /** The multiplier of the member's tier in percent. */
  multiplierPercent: number;
  /** The zone whose calendar days count for limits per day. */
  zone: string;
}

/** How a purchase was counted, pinned so that a refund years later is counted the same way. */
export interface PinnedRate extends Rate {
  multiplierPercent: number;
}

/** Points that one rule grants for one event. */
export interface Grant {
  rule: string;
  version: number;
  contactId: string;
  /** What the points are for; an occasion earns once, however often and by whichever event it is reported. */
  occasion: string;
  points: number;
  rate?: PinnedRate;
  availableAt: Instant;
  expiresAt?: Instant;
  limit?: { day: string; most: number };
}

/** A rule's answer to an event: what it grants, or why it grants nothing. */
export type RuleOutcome = ({ ok: true } & Grant) | { ok: false; rule: string; version: number; reason: RuleRefusal };
export type RuleRefusal = "other-currency" | "bad-amount" | "too-little" | "too-many-points";

/** What an event would earn and which rule says so; rules about other events or other times stay silent. */
export function earningsFor(event: EarningEvent, rules: EarningRule[], context: EarningContext): RuleOutcome[] {
  const spoken = rules.filter((rule) => speaksOf(event, rule));
  return newestValid(spoken, event.at).map((rule) => {
    const amount = amountOf(event, rule, context);
    const { name, version } = rule;
    if (!amount.ok) return { ok: false, rule: name, version, reason: amount.reason };
    return { ok: true, rule: name, version, ...amount.granted, ...circumstances(event, rule, context) };
  });
}

function speaksOf(event: EarningEvent, rule: EarningRule): boolean {
  if (rule.on !== event.type) return false;
  return event.type !== "custom.recorded" || event.data.name === rule.custom;
}

type Amount = { ok: true; granted: { points: number; rate?: PinnedRate } } | { ok: false; reason: RuleRefusal };

function amountOf(event: EarningEvent, rule: EarningRule, context: EarningContext): Amount {
  const multiplierPercent = rule.tierMultiplier ? context.multiplierPercent : 100;
  const byAmount = "perMinor" in rule.earn && event.type === "purchase.recorded";
  if (!byAmount || !("perMinor" in rule.earn)) return granted(scaled(rule.earn.points, multiplierPercent));
  const { currency, points, perMinor, rounding } = rule.earn;
  if (event.data.currency !== currency) return { ok: false, reason: "other-currency" };
  const rate = { points, perMinor, rounding, multiplierPercent };
  if (!isAmount(event.data.totalMinor)) return { ok: false, reason: "bad-amount" };
  return granted(pointsForAmount(event.data.totalMinor, rate, multiplierPercent), rate);
}

function granted(points: number, rate?: PinnedRate): Amount {
  if (points === 0) return { ok: false, reason: "too-little" };
  if (points > MOST_POINTS) return { ok: false, reason: "too-many-points" };
  return { ok: true, granted: { points, ...(rate ? { rate } : {}) } };
}

function circumstances(event: EarningEvent, rule: EarningRule, { zone }: EarningContext) {
  const availableAt = daysAfter(event.at, rule.pendingDays);
  const day = () => Days.toString(Zoned.toPlainDate(Instants.toZonedDateTimeISO(Instants.fromString(event.at), zone)));
  return {
    contactId: rule.to === "friend" && event.type === "referral.qualified" ? event.data.friendId : event.contactId,
    occasion: occasionOf(event, rule),
    availableAt,
    ...(rule.expiresAfterDays ? { expiresAt: daysAfter(availableAt, rule.expiresAfterDays) } : {}),
    ...(rule.perDay ? { limit: { day: day(), most: rule.perDay } } : {}),
  };
}

function occasionOf(event: EarningEvent, rule: EarningRule): string {
  if (event.type === "purchase.recorded") return orderOccasion(event.data.orderId);
  if (event.type === "referral.qualified") return referralOccasion(event.data.friendId);
  if (event.type === "review.recorded" && rule.once === "product") return `product:${event.data.productId}`;
  return rule.once === "member" ? `rule:${rule.name}` : `event:${event.id}`;
}

/** The occasion of an order, by which a refund finds what it earned. */
export function orderOccasion(orderId: string): string {
  return `order:${orderId}`;
}

/** The occasion of a referral, the same for the advocate and the friend. */
export function referralOccasion(friendId: string): string {
  return `referral:${friendId}`;
}

function scaled(points: number, percent: number): number {
  return Math.floor((points * percent) / 100);
}

function isAmount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
