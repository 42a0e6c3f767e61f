/** What a field holds: words in a line, paragraphs, a picture, a button or link, or a list of items with fields. */
export const FIELD_KINDS = ["line", "paragraphs", "picture", "link", "list"] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];
