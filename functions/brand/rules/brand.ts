import * as z from "zod/mini";

const text = z.string().check(z.minLength(1), z.maxLength(300));
const Words = z.object({ en: text, "zh-CN": text });

/** Something that letters are about; a person may leave it out. */
export const Topic = z.strictObject({
  name: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,40}$/)),
  title: Words,
  about: z.optional(Words),
});
export type Topic = z.infer<typeof Topic>;

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
  /** What letters are about; a template that names no topic is about the first. */
  topics: z.optional(z.array(Topic).check(z.minLength(1), z.maxLength(8))),
});
export type Brand = z.infer<typeof Brand>;
