import * as z from "zod/mini";

const whole = (from: number, to: number) => z.int().check(z.minimum(from), z.maximum(to));
const Text = z.string().check(z.minLength(1), z.maxLength(300));

/** A tier and what it brings; who has at least `from` qualifying points belongs to it or to a higher one. */
export const Tier = z.strictObject({
  name: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)),
  title: z.strictObject({ en: Text, "zh-CN": Text }),
  from: whole(0, 1_000_000_000),
  /** What purchases earn in this tier, in percent of what they earn without one. */
  multiplierPercent: whole(100, 1_000),
  perks: z.strictObject({ en: z.array(Text), "zh-CN": z.array(Text) }),
});
export type Tier = z.infer<typeof Tier>;

/** How long points count, and how gently a tier is lost. */
export const TierPolicy = z.strictObject({
  /** Points count for so many days after they became available. */
  windowDays: whole(30, 730),
  /** A member keeps a tier for so many days after falling short, then goes down one step. */
  graceDays: whole(1, 365),
  /** So many days before a fall, and never less, the member is told. */
  warnDays: whole(1, 365),
});
export type TierPolicy = z.infer<typeof TierPolicy>;

/** The whole ladder. */
export const TierProgramme = z.strictObject({ policy: TierPolicy, tiers: z.array(Tier).check(z.minLength(1)) }).check(
  z.refine(({ tiers }) => tiers.some(({ from }) => from === 0), {
    message: "one tier must begin at 0 points, so that every member has one",
    path: ["tiers"],
  }),
  z.refine(({ tiers }) => new Set(tiers.map(({ from }) => from)).size === tiers.length, {
    message: "two tiers begin at the same points: give each its own `from`",
    path: ["tiers"],
  }),
  z.refine(({ tiers }) => new Set(tiers.map(({ name }) => name)).size === tiers.length, {
    message: "two tiers have the same name",
    path: ["tiers"],
  }),
);
export type TierProgramme = z.infer<typeof TierProgramme>;
