import * as z from "zod/mini";

/** The name of a field, as the design gives it. */
export const FieldName = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,40}$/));

const Words = z.string().check(z.maxLength(500));
const Address = z.string().check(z.maxLength(2000));

/** A picture: where it lies, what it shows, and where it leads if it is a link. */
export const PictureFilling = z.strictObject({ src: Address, alt: Words, href: z.optional(Address) });
export type PictureFilling = z.infer<typeof PictureFilling>;

/** A button or link: its words and where it leads. */
export const LinkFilling = z.strictObject({ words: Words, href: Address });
export type LinkFilling = z.infer<typeof LinkFilling>;

/** What fills a field by itself: words in a line or in paragraphs, a picture, or a link. */
export const PlainFilling = z.union([z.string().check(z.maxLength(5000)), PictureFilling, LinkFilling]);
export type PlainFilling = z.infer<typeof PlainFilling>;

/** What fills a list: for each of its items the fields of that item. */
export const ListFilling = z.strictObject({
  items: z.array(z.record(FieldName, PlainFilling)).check(z.maxLength(50)),
});
export type ListFilling = z.infer<typeof ListFilling>;

export const ContentFilling = z.union([PlainFilling, ListFilling]);
export type ContentFilling = z.infer<typeof ContentFilling>;

/** With the bodies of two languages they must fit into one DynamoDB item. */
const MOST_LETTERS = 16_000;

/** What stands in the fields of one language, by their names. A field that is not named says what its design says. */
export const ContentFillings = z
  .record(FieldName, ContentFilling)
  .check(z.refine((fillings) => JSON.stringify(fillings).length <= MOST_LETTERS, "together too long"));
export type ContentFillings = z.infer<typeof ContentFillings>;

/** Whether there is nothing to show: such a field is left out with its element. */
export function isEmptyFilling(filling: ContentFilling): boolean {
  if (typeof filling === "string") return filling.replace(/<[^<>]*>|&nbsp;/g, "").trim() === "";
  if ("items" in filling) return filling.items.length === 0;
  return "src" in filling ? filling.src.trim() === "" : filling.words.trim() === "";
}
