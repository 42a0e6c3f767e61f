import type { Locale } from "../../functions/contacts/rules/contact.ts";
import type { PortalModel } from "../../functions/http/pages/portal.ts";

const rewards: Record<Locale, Pick<PortalModel, "rewards" | "redemptions">> = {
  en: rewardsOf(
    ["The workbook of your course", "20 euros off a course", "An hour alone with a teacher"],
    "Printed, with room to write in. We send it to you.",
  ),
  "zh-CN": rewardsOf(
    ["课程配套练习册", "课程抵用券二十欧元", "一对一课程一小时"],
    "纸质线圈本，可以直接在上面写。免费寄给你。",
  ),
};

/** Rewards in every state, and redemptions in every state. */
function rewardsOf(
  [book = "", voucher = "", lesson = ""],
  summary: string,
): Pick<PortalModel, "rewards" | "redemptions"> {
  const card = { summary, points: 300, wish: "1" };
  const at = "2026-11-20T10:00:00.000Z";
  return {
    rewards: [
      { ...card, name: "book", kind: "goods", title: book, state: "ready", left: 3 },
      { ...card, name: "voucher", kind: "voucher", title: voucher, state: "ready", price: "€5" },
      { ...card, name: "gone", kind: "goods", title: book, state: "sold-out" },
      { ...card, name: "soon", kind: "gift", title: lesson, state: "not-yet", opensAt: "2026-12-07T09:00:00.000Z" },
      { ...card, name: "mine", kind: "gift", title: lesson, state: "had-already" },
      { ...card, name: "above", kind: "gift", title: lesson, state: "tier-too-low", tier: "Speaker" },
      {
        ...card,
        name: "dear",
        kind: "gift",
        title: lesson,
        points: 9_000,
        state: "insufficient-points",
        missing: 7_760,
      },
    ],
    redemptions: [
      {
        id: "red_1",
        title: voucher,
        kind: "voucher",
        state: "fulfilled",
        at,
        code: "ABCD-EFGH-JKM23",
        goodUntil: "2027-02-18T10:00:00.000Z",
      },
      { id: "red_2", title: book, kind: "goods", state: "reserved", at },
      { id: "red_3", title: lesson, kind: "gift", state: "cancelled", at },
    ],
  };
}

const texts = {
  en: {
    friend: "Ana",
    tiers: ["Visitor", "Reader", "Speaker"],
    perks: ["Enrolment opens two days earlier for you", "Our monthly reading list with audio"],
    reasons: [
      "Ben bought his first course",
      "Course “Evenings in German”",
      "Review of “First steps in Chinese”",
      "Part of an order came back",
    ],
    ways: ["A purchase, for every euro", "A review of a course", "A friend who stays"],
  },
  "zh-CN": {
    friend: "安娜",
    tiers: ["访客", "读者", "健谈"],
    perks: ["比别人早两天选课", "每月一份带音频的阅读书单"],
    reasons: ["小本买了第一门课", "课程《晚间德语》", "评价《中文入门》", "订单部分退款"],
    ways: ["购买课程，每一欧元", "写一条课程评价", "带来一位留下来的朋友"],
  },
};

/** A member in mid-life: points of every kind, friends in every state. */
export function ana(locale: Locale): PortalModel {
  const { friend, tiers, perks, reasons, ways } = texts[locale];
  return {
    name: friend,
    email: "ana@example.com",
    balance: {
      available: 1240,
      pending: 369,
      debt: 0,
      expiringNext: { points: 120, expiresAt: "2027-01-31T23:00:00.000Z" },
    },
    pendingLots: [
      { points: 169, availableAt: "2026-12-02T09:00:00.000Z" },
      { points: 200, availableAt: "2026-12-07T09:00:00.000Z" },
    ],
    tier: {
      name: tiers[1] ?? "",
      perks,
      qualifyingPoints: 1240,
      toNext: { name: tiers[2] ?? "", threshold: 2000, missingPoints: 760 },
      toStay: { missingPoints: 60 },
      until: "2026-12-31T22:59:59.999Z",
    },
    referral: { code: "ANA-7QK2", link: "http://127.0.0.1:3000/r/ANA-7QK2", points: 200 },
    referrals: [
      {
        friendName: locale === "en" ? "Ben" : "小本",
        joinedAt: "2026-11-20T10:00:00.000Z",
        state: "qualified",
        points: 200,
      },
      { joinedAt: "2026-11-18T10:00:00.000Z", state: "pending" },
      { friendName: "Chiara", joinedAt: "2026-09-03T10:00:00.000Z", state: "rewarded", points: 200 },
      { joinedAt: "2026-08-30T10:00:00.000Z", state: "rejected" },
    ],
    entries: [
      {
        at: "2026-11-22T10:00:00.000Z",
        reason: reasons[0] ?? "",
        points: 200,
        availableAt: "2026-12-07T09:00:00.000Z",
        availableAfter: 1240,
      },
      {
        at: "2026-11-18T18:30:00.000Z",
        reason: reasons[1] ?? "",
        points: 169,
        availableAt: "2026-12-02T09:00:00.000Z",
        availableAfter: 1240,
      },
      { at: "2026-10-02T08:00:00.000Z", reason: reasons[2] ?? "", points: 50, availableAfter: 1240 },
      { at: "2026-09-28T08:00:00.000Z", reason: reasons[3] ?? "", points: -85, availableAfter: 1190 },
    ],
    olderPath: "/me?before=ent_01",
    ...rewards[locale],
    waysToEarn: [
      { title: ways[0] ?? "", points: "1" },
      { title: ways[1] ?? "", points: "50" },
      { title: ways[2] ?? "", points: "200" },
    ],
    notice: "language-saved",
    rewardNotice: "had",
  };
}

/** Somebody who has just joined: every list is empty. */
export function newcomer(locale: Locale): PortalModel {
  const { tiers } = texts[locale];
  return {
    ...ana(locale),
    name: undefined,
    balance: { available: 0, pending: 0, debt: 0 },
    pendingLots: [],
    tier: {
      name: tiers[0] ?? "",
      perks: [],
      qualifyingPoints: 0,
      toNext: { name: tiers[1] ?? "", threshold: 500, missingPoints: 500 },
    },
    referrals: [],
    rewards: [],
    redemptions: [],
    rewardNotice: undefined,
    entries: [],
    olderPath: undefined,
    notice: undefined,
  };
}

/** Somebody who signed in before confirming any trial: there is no link to share yet. */
export function stranger(locale: Locale): PortalModel {
  return { ...newcomer(locale), referral: { code: "", link: "http://127.0.0.1:3000/r/" } };
}

/** Somebody at the top, who owes points after a refund. */
export function topMember(locale: Locale): PortalModel {
  const { tiers, perks } = texts[locale];
  return {
    ...ana(locale),
    balance: { available: 0, pending: 0, debt: 35 },
    pendingLots: [],
    tier: { name: tiers[2] ?? "", perks, qualifyingPoints: 4100, until: "2026-12-31T22:59:59.999Z" },
    notice: undefined,
  };
}
