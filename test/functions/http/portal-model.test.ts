import { describe, expect, it } from "vitest";
import { portalPage } from "../../../functions/http/pages/portal.ts";
import { portalModel } from "../../../functions/http/portal-model.ts";
import type { MemberNow } from "../../../functions/members/read-member.ts";
import type { PortalDetails } from "../../../functions/members/read-portal.ts";
import type { LedgerLine } from "../../../functions/points/read-ledger.ts";
import type { EarningRule } from "../../../functions/points/rules/earning-rule.ts";
import type { Lot } from "../../../functions/points/rules/lot.ts";
import type { Tier } from "../../../functions/tiers/rules/tier.ts";
import { frame } from "../../pages/page-states.ts";
import { textOf } from "../../pages/read-html.ts";

const now = "2026-11-23T11:00:00.000Z";
const later = "2026-12-07T09:00:00.000Z";
const tier = (name: string, title: string, from: number): Tier => ({
  name,
  title: { en: title, "zh-CN": title },
  from,
  multiplierPercent: 100,
  perks: { en: [], "zh-CN": [] },
});

const rules: EarningRule[] = [
  {
    name: "purchase",
    version: 1,
    title: { en: "Purchase", "zh-CN": "购买" },
    on: "purchase.recorded",
    earn: { points: 1, perMinor: 100, currency: "EUR", rounding: "down" },
    pendingDays: 14,
  },
  {
    name: "review",
    version: 1,
    title: { en: "Old review", "zh-CN": "旧评价" },
    on: "review.recorded",
    earn: { points: 40 },
    pendingDays: 0,
  },
  {
    name: "review",
    version: 2,
    title: { en: "Review", "zh-CN": "评价" },
    on: "review.recorded",
    earn: { points: 50 },
    pendingDays: 0,
  },
  {
    name: "friend",
    version: 1,
    title: { en: "A friend enrolled", "zh-CN": "朋友报名" },
    on: "referral.qualified",
    to: "member",
    earn: { points: 300 },
    pendingDays: 14,
  },
  {
    name: "welcome",
    version: 1,
    title: { en: "Welcome", "zh-CN": "见面礼" },
    on: "referral.qualified",
    to: "friend",
    earn: { points: 100 },
    pendingDays: 14,
  },
];

const member: MemberNow = {
  contact: {
    id: "con_1",
    email: "ana@example.com",
    name: "Ana",
    locale: "en",
    createdAt: now,
    consent: { marketing: true, at: now },
  },
  zone: "Europe/Berlin",
  balance: { available: 90, pending: 169, debt: 0, expiringNext: { points: 10, at: "2027-01-31T23:00:00.000Z" } },
  standing: {
    name: "reader",
    qualifyingPoints: 240,
    next: "speaker",
    toNext: 360,
    toStay: 20,
    until: "2026-12-31T23:00:00.000Z",
    multiplierPercent: 100,
  },
  tier: tier("reader", "Reader", 200),
  nextTier: tier("speaker", "Speaker", 600),
  tiers: [tier("reader", "Reader", 200), tier("speaker", "Speaker", 600)],
  code: "ANA-7QK2",
};

const line = (changes: Partial<LedgerLine>): LedgerLine => ({
  id: "ent_1",
  kind: "earn",
  at: "2026-11-20T10:00:00.000Z",
  points: 50,
  cause: "evt_1",
  decidedBy: { rule: "review", version: 1 },
  postings: [],
  ...changes,
});

const lot = (changes: Partial<Lot>): Lot => ({
  id: "ent_1",
  state: "available",
  points: 50,
  reversed: 0,
  remaining: 50,
  earnedAt: now,
  availableAt: now,
  qualifies: true,
  rule: "review",
  version: 1,
  ...changes,
});

const details: PortalDetails = {
  lots: [lot({}), lot({ state: "pending", remaining: 169, availableAt: later })],
  entries: [
    line({ points: 169, availableAt: later, decidedBy: { rule: "purchase", version: 1 } }),
    line({ kind: "release" }),
    line({ kind: "reverse", points: -85, decidedBy: { rule: "purchase", version: 1 } }),
    line({ kind: "adjust", points: 5, decidedBy: { person: "mia", reason: "Sorry for the wait" } }),
    line({}),
  ],
  referrals: [{ friendId: "con_2", state: "pending", attributedAt: now }],
  rules,
  rewards: [],
  redemptions: [],
};

const reader = { locale: "en", baseUrl: "https://tastemaker.example", now, wish: "w" } as const;
const model = portalModel(member, details, reader);

describe("what a member is shown", () => {
  it("is the balance, what is on its way and what lapses next", () => {
    expect(model.balance).toEqual({
      available: 90,
      pending: 169,
      debt: 0,
      expiringNext: { points: 10, expiresAt: "2027-01-31T23:00:00.000Z" },
    });
    expect(model.pendingLots).toEqual([{ points: 169, availableAt: later }]);
  });

  it("is the way up and what keeps the tier", () => {
    expect(model.tier).toMatchObject({
      name: "Reader",
      toNext: { name: "Speaker", threshold: 600, missingPoints: 360 },
      toStay: { missingPoints: 20 },
    });
  });

  it("is the link under the configured address, with what a friend who stays brings", () => {
    expect(model.referral).toEqual({ code: "ANA-7QK2", link: "https://tastemaker.example/r/ANA-7QK2", points: 300 });
  });

  it("is every entry that moved points, under the title of the rule as it was, taken points as a minus", () => {
    expect(model.entries.map(({ reason, points }) => [reason, points])).toEqual([
      ["Purchase", 169],
      ["Purchase, taken back after a refund", -85],
      ["Sorry for the wait", 5],
      ["Old review", 50],
    ]);
    expect(model.entries[0]?.availableAt).toBe(later);
    expect(model.entries[3]).not.toHaveProperty("availableAt");
  });

  it("is how to earn more, by the newest rules and without those for friends", () => {
    expect(model.waysToEarn).toEqual([
      { title: "Purchase", points: "1 for every €1" },
      { title: "Review", points: "50" },
      { title: "A friend enrolled", points: "300" },
    ]);
  });

  it("reads as a page", () => {
    const text = textOf(portalPage(model, frame("en", "/me")));
    expect(text).toContain("90 points to spend");
    expect(text).toContain("360 more points to Speaker");
    expect(text).toContain("To keep Reader beyond 31 December 2026, earn 20 more points by then.");
  });

  it("offers nothing to share to somebody without a link", () => {
    const { code: _, ...without } = member;
    expect(textOf(portalPage(portalModel(without, details, reader), frame("en", "/me")))).not.toContain("Pass it on");
  });
});
