import * as z from "zod/mini";

const id = z.string().check(z.minLength(1), z.maxLength(200));
const text = z.string().check(z.maxLength(5000));

/** Segment sends prices as decimals of the currency's main unit; numbers and numeric text are accepted. */
const Price = z.union([z.number(), z.string().check(z.regex(/^\d{1,12}(\.\d{1,4})?$/))]);
const Currency = z.string().check(z.regex(/^[A-Za-z]{3}$/, "an ISO 4217 code such as EUR"));

const Product = z.object({
  product_id: id,
  price: z.optional(Price),
  quantity: z.optional(z.int().check(z.minimum(1), z.maximum(100000))),
});

export const OrderCompleted = z.object({
  order_id: id,
  total: Price,
  currency: Currency,
  products: z.optional(z.array(Product).check(z.maxLength(500))),
});
export const OrderRefunded = z.object({
  order_id: id,
  refund_id: z.optional(id),
  total: z.optional(Price),
  currency: z.optional(Currency),
  products: z.optional(z.array(Product).check(z.maxLength(500))),
});
export const ProductReviewed = z.object({
  product_id: id,
  review_id: id,
  rating: z.optional(z.number()),
  review_body: z.optional(text),
});

/** Whose trial was used; the front page's offer when none is named. */
export const TrialUsed = z.object({ offer: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,60}$/))) });

const Traits = z.object({
  email: z.optional(z.string().check(z.maxLength(320))),
  name: z.optional(z.string().check(z.maxLength(300))),
  locale: z.optional(z.string().check(z.maxLength(35))),
  timezone: z.optional(z.string().check(z.maxLength(64))),
});

const envelope = {
  /** Segment's own id of the call: the same id twice is the same thing once. */
  messageId: z.optional(id),
  userId: z.optional(id),
  timestamp: z.optional(z.iso.datetime({ offset: true })),
  traits: z.optional(Traits),
  context: z.optional(z.object({ traits: z.optional(Traits) })),
};

/** Who a report is about and when it happened: what `identify` and `track` share. */
const Report = z.object(envelope);
export type Report = z.infer<typeof Report>;

/** Segment's `identify`: who a person is. */
export const Identify = z.object({ type: z.optional(z.literal("identify")), ...envelope });
export type Identify = z.infer<typeof Identify>;

/** Segment's `track`: what a person did. Its other envelope fields are tolerated and dropped. */
export const Track = z.object({
  type: z.optional(z.literal("track")),
  event: z.string().check(z.minLength(1), z.maxLength(100)),
  properties: z.optional(z.record(z.string(), z.unknown())),
  ...envelope,
});
export type Track = z.infer<typeof Track>;

/** Segment's `batch`. */
export const Batch = z.object({ batch: z.array(z.unknown()).check(z.minLength(1), z.maxLength(500)) });

/** Any report before it is told apart: an object. */
export const AnyReport = z.record(z.string(), z.unknown());
