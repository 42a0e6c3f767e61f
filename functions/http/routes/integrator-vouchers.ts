import * as z from "zod/mini";
import { route } from "./route.ts";
import { Instant } from "./shared-schemas.ts";

export const VoucherUse = z.strictObject({ orderId: z.string().check(z.minLength(1), z.maxLength(200)) });
export const UsedVoucher = z.strictObject({
  code: z.string(),
  rewardId: z.string(),
  /** What the shop takes off the order. */
  worth: z.strictObject({ amountMinor: z.int(), currency: z.string() }),
  goodUntil: Instant,
  /** The same order had it before: take it off once. */
  repeated: z.boolean(),
});

export const takeVoucher = route({
  id: "takeVoucher",
  method: "POST",
  path: "/v1/vouchers/{code}/uses",
  audience: "integrator",
  summary: "Take a voucher for an order, once for each order; every code that is not good gets the same answer",
  params: z.strictObject({ code: z.string().check(z.maxLength(100)) }),
  body: VoucherUse,
  answers: { 201: UsedVoucher },
});
