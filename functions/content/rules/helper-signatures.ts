import type { VariableType } from "./template-variable.ts";

/** What one helper may be given. `literal` is a quoted text. */
export interface HelperSignature {
  takes: readonly (VariableType | "literal")[];
  options: Readonly<Record<string, readonly string[] | "text" | "yes">>;
  needs?: string;
  example: string;
}

export const DATE_STYLES = ["day", "weekday", "time", "short"] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

/** The helpers a template may call; everything else is refused at save. */
export const HELPER_SIGNATURES: Readonly<Record<string, HelperSignature>> = {
  date: {
    takes: ["instant"],
    options: { style: DATE_STYLES, until: "yes" },
    example: '{{date trial.endsAt style="weekday"}}',
  },
  money: { takes: ["number", "text"], options: {}, example: "{{money order.totalMinor order.currency}}" },
  number: { takes: ["number"], options: {}, example: "{{number points.available}}" },
  plural: {
    takes: ["number"],
    options: { zero: "text", one: "text", two: "text", few: "text", many: "text", other: "text" },
    needs: "other",
    example: '{{plural points.amount one="# point" other="# points"}}',
  },
  default: { takes: ["text", "literal"], options: {}, example: '{{default contact.name "friend"}}' },
};

/** The words helper is resolved when a template is compiled; a mail that is sent never needs the word lists. */
export const WORDS_HELPER = "t";

export const BLOCKS = ["if", "unless", "each"] as const;
