import * as z from "zod/mini";
import { LOCALES } from "../../contacts/rules/contact.ts";
import { LedgerPage, MemberBalance, ReferralState } from "./points-schemas.ts";
import { route } from "./route.ts";
import { Instant, WidePaging } from "./shared-schemas.ts";

export const Me = z.strictObject({
  id: z.string(),
  email: z.string(),
  name: z.nullable(z.string()),
  locale: z.enum(LOCALES),
  balance: MemberBalance,
  tier: z.strictObject({
    name: z.string(),
    key: z.string(),
    qualifyingPoints: z.int(),
    toNext: z.nullable(z.int()),
    toStay: z.int(),
    until: z.nullable(Instant),
  }),
  referral: z.nullable(z.strictObject({ code: z.string(), link: z.string() })),
});

export const MeChange = z.strictObject({
  name: z.optional(z.string().check(z.maxLength(100))),
  locale: z.optional(z.enum(LOCALES)),
  timezone: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_+/-]{1,64}$/))),
});

export const MyReferral = z.strictObject({
  friendName: z.optional(z.string()),
  state: ReferralState,
  attributedAt: Instant,
  holdEndsAt: z.optional(Instant),
  points: z.optional(z.int()),
});
export const MyReferrals = z.strictObject({ referrals: z.array(MyReferral), next: z.optional(z.string()) });

export const readMe = route({
  id: "readMe",
  method: "GET",
  path: "/v1/me",
  audience: "member",
  summary: "The signed-in member: profile, balance, tier and referral link",
  answers: { 200: Me },
});

export const changeMe = route({
  id: "changeMe",
  method: "PATCH",
  path: "/v1/me",
  audience: "member",
  summary: "Change name, language or time zone",
  body: MeChange,
  answers: { 200: Me },
});

export const readMyLedger = route({
  id: "readMyLedger",
  method: "GET",
  path: "/v1/me/ledger",
  audience: "member",
  summary: "The history of the points, newest first",
  query: WidePaging,
  answers: { 200: LedgerPage },
});

export const readMyReferrals = route({
  id: "readMyReferrals",
  method: "GET",
  path: "/v1/me/referrals",
  audience: "member",
  summary: "The friends brought and how far they are",
  query: WidePaging,
  answers: { 200: MyReferrals },
});
