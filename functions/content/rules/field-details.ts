/** What each problem of a field knows about itself, by its code. */
export interface FieldDetails {
  // How a design declares it.
  "field-name": { name: string };
  "field-twice": { name: string };
  "field-element": { name: string; tag: string };
  "field-nesting": { name: string };
  "field-block": { name: string };
  // What somebody filled in.
  "field-kind": { label: string };
  "field-empty": { label: string };
  "field-items": { label: string; most: number };
  "field-braces": { label: string; braces: string };
  "field-tag": { label: string; tags: readonly string[] };
  "field-too-long": { label: string; length: number; most: number };
  "field-unknown": { name: string };
}

/** The sentences of one language for every problem of a field; each says what to do next. */
export type FieldWords = { readonly [Code in keyof FieldDetails]: (details: FieldDetails[Code]) => string };
