import * as z from "zod/mini";

/** Tier reviews look back this far behind their window for points that waited, so no rule may let points wait longer. */
export const MOST_PENDING_DAYS = 180;

const whole = (from: number, to: number) => z.int().check(z.minimum(from), z.maximum(to));
const Text = z.string().check(z.minLength(1), z.maxLength(200));

const Proportional = z.strictObject({
  points: whole(1, 1_000_000),
  perMinor: whole(1, 100_000_000),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  rounding: z.enum(["down", "nearest"]),
});
const Fixed = z.strictObject({ points: whole(1, 1_000_000) });

/** What earns points, how many, and when they can be spent. A changed rule is a new version; entries name theirs. */
export const EarningRule = z
  .strictObject({
    name: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)),
    version: whole(1, 1_000_000),
    /** What a member reads in the history. */
    title: z.strictObject({ en: Text, "zh-CN": Text }),
    on: z.enum(["purchase.recorded", "review.recorded", "trial.used", "referral.qualified", "custom.recorded"]),
    /** The name of the custom event, where `on` says custom. */
    custom: z.optional(Text),
    /** Who earns: the member whom the event is about, or the friend it names. */
    to: z.optional(z.enum(["member", "friend"])),
    earn: z.union([Proportional, Fixed]),
    /** Whether the tier's multiplier applies. */
    tierMultiplier: z.optional(z.boolean()),
    /** Orders and referred friends earn once by themselves; other events each time unless this narrows it. */
    once: z.optional(z.enum(["product", "member"])),
    /** At most so many grants by this rule per member and calendar day; further ones are rejected. */
    perDay: z.optional(whole(1, 10_000)),
    /** Days until the points can be spent; 0 is at once. */
    pendingDays: whole(0, MOST_PENDING_DAYS),
    /** Days until unspent points lapse, counted from when they could be spent. */
    expiresAfterDays: z.optional(whole(1, 3_650)),
    /** The rule speaks for events from this instant on and before that one. */
    validFrom: z.optional(z.iso.datetime({ precision: 3 })),
    validUntil: z.optional(z.iso.datetime({ precision: 3 })),
  })
  .check(
    z.refine((rule) => !("perMinor" in rule.earn) || rule.on === "purchase.recorded", {
      message: "points by amount need a purchase: use a fixed number of points here",
      path: ["earn"],
    }),
    z.refine((rule) => (rule.on === "custom.recorded") === (rule.custom !== undefined), {
      message: "name the custom event in `custom`, and only where `on` is custom.recorded",
      path: ["custom"],
    }),
    z.refine((rule) => rule.once !== "product" || rule.on === "review.recorded", {
      message: "`once: product` needs an event that names one product: review.recorded",
      path: ["once"],
    }),
    z.refine((rule) => rule.to !== "friend" || rule.on === "referral.qualified", {
      message: "`to: friend` needs an event that names a friend: referral.qualified",
      path: ["to"],
    }),
  );
export type EarningRule = z.infer<typeof EarningRule>;
