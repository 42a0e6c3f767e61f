import * as z from "zod/mini";

const whole = (from: number, to: number) => z.int().check(z.minimum(from), z.maximum(to));
const Words = z.strictObject({
  en: z.string().check(z.minLength(1), z.maxLength(300)),
  "zh-CN": z.string().check(z.minLength(1), z.maxLength(300)),
});
const Money = z.strictObject({
  amountMinor: whole(1, 100_000_000),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});

/** Something that points can be spent on, how much of it there is, and who may have it. */
export const Reward = z
  .strictObject({
    name: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)),
    version: whole(1, 1_000_000),
    /** Goods are sent and gifts are done by a person; a voucher is a code that is there at once. */
    kind: z.enum(["goods", "gift", "voucher"]),
    title: Words,
    summary: Words,
    points: whole(1, 1_000_000_000),
    /** What is to be paid in the shop beside the points. */
    price: z.optional(Money),
    /** What a voucher takes off an order, and for how many days it does. */
    worth: z.optional(Money),
    validDays: z.optional(whole(1, 3_650)),
    /** How many there are; without it as many as are asked for. */
    stock: z.optional(whole(0, 1_000_000_000)),
    /** How many one member may have. */
    perMember: z.optional(whole(1, 10_000)),
    /** The first and the last day on which it can be had, in `zone`. */
    opensOn: z.optional(z.iso.date()),
    closesOn: z.optional(z.iso.date()),
    zone: z.optional(z.string()),
    /** Only members of this tier and those above may have it. */
    fromTier: z.optional(z.string()),
  })
  .check(
    z.refine(
      ({ kind, worth, validDays }) => (kind === "voucher") === (worth !== undefined && validDays !== undefined),
      {
        message: "a voucher says what it is `worth` and for how many days (`validDays`); other rewards do not",
        path: ["worth"],
      },
    ),
    z.refine(({ opensOn, closesOn, zone }) => zone !== undefined || (opensOn === undefined && closesOn === undefined), {
      message: "name the `zone` in which the days begin and end",
      path: ["zone"],
    }),
    z.refine(({ opensOn, closesOn }) => !opensOn || !closesOn || opensOn <= closesOn, {
      message: "it closes before it opens, so nobody could ever have it",
      path: ["closesOn"],
    }),
  );
export type Reward = z.infer<typeof Reward>;
