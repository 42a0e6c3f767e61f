import * as z from "zod/mini";
import { route } from "./route.ts";
import { Instant } from "./shared-schemas.ts";

const Money = z.strictObject({ amountMinor: z.int(), currency: z.string() });
const Kind = z.enum(["goods", "gift", "voucher"]);
const Name = z.string().check(z.regex(/^[a-z0-9-]{1,60}$/));

/** A reward as the member finds it, in the member's language. */
export const MyReward = z.strictObject({
  id: Name,
  kind: Kind,
  title: z.string(),
  summary: z.string(),
  points: z.int(),
  /** What is paid in the shop beside the points; what a voucher takes off. */
  price: z.nullable(Money),
  worth: z.nullable(Money),
  /** Whether it can be had now, and if not, why. */
  state: z.enum(["ready", "not-yet", "sold-out", "had-already", "tier-too-low", "insufficient-points"]),
  left: z.nullable(z.int()),
  missingPoints: z.nullable(z.int()),
  opensAt: z.nullable(Instant),
  fromTier: z.nullable(z.string()),
});
export const MyRewards = z.strictObject({ rewards: z.array(MyReward) });

/** What points were spent on. */
export const MyRedemption = z.strictObject({
  id: z.string(),
  rewardId: Name,
  kind: Kind,
  title: z.string(),
  points: z.int(),
  state: z.enum(["reserved", "fulfilled", "cancelled"]),
  at: Instant,
  code: z.nullable(z.string()),
  goodUntil: z.nullable(Instant),
});
export const MyRedemptions = z.strictObject({ redemptions: z.array(MyRedemption) });
export const RedemptionRequest = z.strictObject({ rewardId: Name });

export const readMyRewards = route({
  id: "readMyRewards",
  method: "GET",
  path: "/v1/me/rewards",
  audience: "member",
  summary: "What points can be spent on, and whether the member can have it now",
  answers: { 200: MyRewards },
});

export const readMyRedemptions = route({
  id: "readMyRedemptions",
  method: "GET",
  path: "/v1/me/redemptions",
  audience: "member",
  summary: "What the member spent points on, newest first",
  answers: { 200: MyRedemptions },
});

export const redeemMyReward = route({
  id: "redeemMyReward",
  method: "POST",
  path: "/v1/me/redemptions",
  audience: "member",
  summary: "Spend points on a reward, once for each Idempotency-Key",
  headers: z.object({ "idempotency-key": z.string().check(z.maxLength(200)) }),
  body: RedemptionRequest,
  answers: { 201: MyRedemption },
});
