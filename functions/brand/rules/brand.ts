import * as z from "zod/mini";

const text = z.string().check(z.minLength(1), z.maxLength(300));
const Words = z.object({ en: text, "zh-CN": text });

/** Who writes: what every mail and page says of the company, and the defaults of its programme. */
export const Brand = z.strictObject({
  name: Words,
  /** The name in the From line. */
  fromName: Words,
  /** The postal address that marketing mail must carry. */
  postalAddress: text,
  /** Where to call back. */
  phone: text,
  /** IANA zone in which the company's days begin; contacts without a zone are treated as living there. */
  zone: text,
  /** ISO 4217 code of the shop. */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  /** The offer on the front page. */
  defaultOffer: text,
  /** The limited offer that follow-up mails may state. */
  limitedOffer: z.optional(text),
});
export type Brand = z.infer<typeof Brand>;
