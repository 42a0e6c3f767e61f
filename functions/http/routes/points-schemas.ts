import * as z from "zod/mini";
import { Instant } from "./shared-schemas.ts";

export const MemberBalance = z.strictObject({
  pending: z.int(),
  available: z.int(),
  debt: z.int(),
  expiringNext: z.nullable(z.strictObject({ points: z.int(), at: Instant })),
});

/** A rule in the version that was valid, or a person who gave a reason. */
const Decider = z.union([
  z.strictObject({ rule: z.string(), version: z.int() }),
  z.strictObject({ person: z.string(), reason: z.string() }),
]);

/** One line in the books, written once and never changed. */
export const LedgerLine = z.strictObject({
  id: z.string(),
  kind: z.enum(["earn", "release", "redeem", "reverse", "expire", "adjust"]),
  at: Instant,
  points: z.int(),
  cause: z.string(),
  decidedBy: Decider,
  postings: z.array(z.strictObject({ account: z.string(), points: z.int() })),
  occasion: z.optional(z.string()),
  availableAt: z.optional(Instant),
  expiresAt: z.optional(Instant),
});
export const LedgerPage = z.strictObject({ entries: z.array(LedgerLine), next: z.optional(z.string()) });

export const ReferralState = z.enum(["pending", "qualified", "rewarded", "rejected"]);
