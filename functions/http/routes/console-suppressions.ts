import * as z from "zod/mini";
import { SUPPRESSION_REASONS } from "../../contacts/rules/suppression.ts";
import { route } from "./route.ts";
import { Instant, Paging, StatedReason } from "./shared-schemas.ts";

const address = z.string().check(z.maxLength(320));

export const SuppressedAddress = z.strictObject({
  email: z.string(),
  reason: z.enum(SUPPRESSION_REASONS),
  at: Instant,
  /** The reason in the words of whoever entered it. */
  note: z.nullable(z.string()),
  /** Who entered it; null is what SES reported. */
  by: z.nullable(z.string()),
});
export type SuppressedAddress = z.infer<typeof SuppressedAddress>;
export const SuppressedAddressList = z.strictObject({
  items: z.array(SuppressedAddress),
  next: z.nullable(z.string()),
});
export const SuppressAddress = z.strictObject({ email: address, note: StatedReason });
/** For a bounce or complaint the address is typed once more and a reason given. */
export const LiftSuppression = z.strictObject({
  email: address,
  confirmation: z.optional(address),
  because: z.optional(StatedReason),
});
export const LiftedSuppression = z.strictObject({ email: z.string() });

export const listSuppressions = route({
  id: "listSuppressions",
  method: "GET",
  path: "/v1/console/suppressions",
  audience: "staff",
  permission: "read",
  summary: "Find out whether one address may not be mailed, or list all such addresses, the newest first",
  query: z.strictObject({ ...Paging, email: z.optional(address) }),
  answers: { 200: SuppressedAddressList },
});

export const suppressAddress = route({
  id: "suppressAddress",
  method: "POST",
  path: "/v1/console/suppressions",
  audience: "staff",
  permission: "care-for-contacts",
  summary: "Suppress an address by hand, for a stated reason",
  body: SuppressAddress,
  answers: { 201: SuppressedAddress },
});

export const liftSuppression = route({
  id: "liftSuppression",
  method: "POST",
  path: "/v1/console/suppressions/lift",
  audience: "staff",
  permission: "care-for-contacts",
  summary: "Lift a suppression; one for a bounce or complaint wants the address typed once more and a reason",
  body: LiftSuppression,
  answers: { 200: LiftedSuppression },
});
