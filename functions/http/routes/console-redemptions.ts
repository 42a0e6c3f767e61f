import * as z from "zod/mini";
import { route } from "./route.ts";
import { ContactId, Instant, Paging } from "./shared-schemas.ts";

const RedemptionId = z.string().check(z.regex(/^red_[0-9a-z]{10,40}$/));
const which = { contactId: ContactId, redemptionId: RedemptionId };
const words = z.string().check(z.trim(), z.minLength(3), z.maxLength(200));

export const WaitingRedemption = z.strictObject({
  id: RedemptionId,
  contactId: ContactId,
  /** Empty when the person has been erased since. */
  email: z.string(),
  name: z.string(),
  title: z.strictObject({ en: z.string(), "zh-CN": z.string() }),
  kind: z.enum(["goods", "gift", "voucher"]),
  points: z.int(),
  at: Instant,
});
export type WaitingRedemption = z.infer<typeof WaitingRedemption>;
export const WaitingRedemptionList = z.strictObject({
  items: z.array(WaitingRedemption),
  next: z.nullable(z.string()),
});
export const FulfilRedemption = z.strictObject({ ...which, note: z.optional(words) });
export const CancelRedemption = z.strictObject({ ...which, reason: words });
export const SettledRedemption = z.strictObject({
  id: RedemptionId,
  state: z.enum(["reserved", "fulfilled", "cancelled"]),
});

export const listWaitingRedemptions = route({
  id: "listWaitingRedemptions",
  method: "GET",
  path: "/v1/console/redemptions",
  audience: "staff",
  permission: "read",
  summary: "What members redeemed and a person has yet to send or do, the longest waiting first",
  query: z.strictObject(Paging),
  answers: { 200: WaitingRedemptionList },
});

export const fulfilRedemption = route({
  id: "fulfilRedemption",
  method: "POST",
  path: "/v1/console/redemptions/fulfil",
  audience: "staff",
  permission: "care-for-contacts",
  summary: "Say that what was redeemed is sent or done; a second time changes nothing",
  body: FulfilRedemption,
  answers: { 200: SettledRedemption },
});

export const cancelRedemption = route({
  id: "cancelRedemption",
  method: "POST",
  path: "/v1/console/redemptions/cancel",
  audience: "staff",
  permission: "care-for-contacts",
  summary: "Call a redemption off for a reason that the member reads; points and stock go back",
  body: CancelRedemption,
  answers: { 200: SettledRedemption },
});
