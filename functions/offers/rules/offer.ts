import * as z from "zod/mini";

/** Words in each of the product's languages. */
export const Words = z.object({ en: z.string().check(z.minLength(1)), "zh-CN": z.string().check(z.minLength(1)) });
export type Words = z.infer<typeof Words>;

const WordLists = z.object({ en: z.array(z.string()), "zh-CN": z.array(z.string()) });

const Question = z.strictObject({ question: z.string(), answer: z.string() });

/** What is offered, for how long, how often, and why it can be had: a trial to sign up for, or a limited offer in mail. */
export const Offer = z.strictObject({
  name: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)),
  kind: z.enum(["trial", "limited"]),
  /** The short name that mails use in sentences. */
  title: Words,
  /** The heading of its page, where the title would be too dry. */
  headline: z.optional(Words),
  summary: Words,
  /** Why this costs nothing or is limited: a reason that a sensible person believes. */
  reason: Words,
  includes: z.optional(WordLists),
  gift: z.optional(Words),
  questions: z.optional(z.strictObject({ en: z.array(Question), "zh-CN": z.array(Question) })),
  /** What the page says it costs; the shop charges. */
  price: z.optional(
    z.strictObject({
      amountMinor: z.int().check(z.positive()),
      currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
    }),
  ),
  /** Length of the trial in days. */
  lengthDays: z.optional(z.int().check(z.minimum(1), z.maximum(366))),
  /** Places in every period. */
  stock: z.int().check(z.minimum(0)),
  /** `month`: the stock is renewed and the offer closes with every calendar month; `once`: one period between the dates. */
  period: z.enum(["month", "once"]),
  opensOn: z.optional(z.iso.date()),
  closesOn: z.optional(z.iso.date()),
  /** The zone in which the days begin and end. */
  zone: z.string(),
  /** Products of the shop that take a place of a limited offer. */
  productIds: z.optional(z.array(z.string())),
  /** Where the offer is used: the lessons, or the page on which to enrol. */
  url: z.url(),
});
export type Offer = z.infer<typeof Offer>;
