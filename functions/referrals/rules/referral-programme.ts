import * as z from "zod/mini";

const whole = (from: number, to: number) => z.int().check(z.minimum(from), z.maximum(to));

/**
 * When a friend counts as brought. What both earn, and how long they wait for it, are earning rules on
 * `referral.qualified`, beside all the others.
 */
export const ReferralProgramme = z.strictObject({
  /** Of several links that a friend followed the last one counts, if it is no older than this. */
  windowDays: whole(1, 365),
  /** The friend's first order of at least this amount qualifies. */
  minimumMinor: whole(0, 100_000_000),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});
export type ReferralProgramme = z.infer<typeof ReferralProgramme>;
